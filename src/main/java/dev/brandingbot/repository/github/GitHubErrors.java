package dev.brandingbot.repository.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;

/**
 * Turns error responses of GitHub into exceptions that say what to do.
 *
 * @param repository {@code owner/name@branch}
 * @param hasToken whether a token is set
 * @param isTokenRejected whether GitHub rejected that token
 */
record GitHubErrors(String repository, boolean hasToken, boolean isTokenRejected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMMM d, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_BODY_BYTES = 16_384;
    private static final int MAX_MESSAGE_LENGTH = 200;

    /** Returns the {@code message} in the body of an error response, shortened; empty if there is none. */
    static String message(Response response) throws IOException {
        try {
            var message = JSON.readTree(response.peekBody(MAX_BODY_BYTES).bytes())
                    .path("message")
                    .asText("");
            return message.length() > MAX_MESSAGE_LENGTH ? message.substring(0, MAX_MESSAGE_LENGTH) + "…" : message;
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** A Formats a time in UTC for a message. */
    static String formatTime(Instant moment) {
        return TIME.format(moment);
    }

    /** Returns the exception for an error that is not a rate limit. */
    RepositoryUnavailableException toException(int status, String message) {
        return new RepositoryUnavailableException(
                switch (status) {
                    case 401 -> "GitHub requires a valid token for " + repository + ". Set one.";
                    case 404 -> notFound();
                    case 409 -> "The repository " + repository + " is empty. Push a branch that contains `events/`.";
                    default ->
                        "GitHub refused access to " + repository + " with status " + status
                                + (message.isEmpty() ? "" : " (" + message + ")")
                                + ". Check that the repository exists and that the token may read it.";
                },
                Optional.empty());
    }

    private String notFound() {
        var remedy = isTokenRejected
                ? "The GitHub token is wrong or has expired; a private repository needs a valid one."
                : hasToken
                        ? "If it is private, give the token read access to its contents."
                        : "If it is private, set a GitHub token that may read its contents.";
        return "Repository or branch " + repository + " not found. Check the spelling. " + remedy;
    }
}
