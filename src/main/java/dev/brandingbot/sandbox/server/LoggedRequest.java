package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request that reached a stand-in.
 *
 * @param number counts the requests from one
 * @param method the method, in capitals
 * @param path the path, without the query
 * @param query the query as sent, without the question mark; empty when there is none
 * @param headers the headers, by name in lower case
 * @param body the JSON in the body, texts over 4,096 characters cut off; a missing node when there is none
 * @param status what was answered; nothing as long as there is no answer
 */
public record LoggedRequest(
        int number,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        JsonNode body,
        OptionalInt status) {
    public LoggedRequest {
        headers = Map.copyOf(headers);
    }

    /** A header's value, its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What the client wants to see in Discord's audit log, decoded. */
    public Optional<String> auditLogReason() {
        return header("X-Audit-Log-Reason").map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    LoggedRequest answered(int status) {
        return new LoggedRequest(number, method, path, query, headers, body, OptionalInt.of(status));
    }

    @Override
    public String toString() {
        // The headers hold the token.
        return number + ": " + method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> "
                + (status.isPresent() ? status.getAsInt() : "no answer");
    }
}
