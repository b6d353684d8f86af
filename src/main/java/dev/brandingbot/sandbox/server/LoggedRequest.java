package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to a fake server.
 *
 * @param number the sequence number, starting at 1
 * @param method the method, in capitals
 * @param path the path, without the query
 * @param query the query as sent, without the question mark; empty if there is none
 * @param headers the headers, by name in lower case
 * @param body the JSON in the body, with strings truncated to 4,096 characters; a missing node if there is none
 * @param status the status of the response; empty while there is none
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

    /** Returns a header's value. The name is not case-sensitive. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the reason for Discord's audit log, decoded. */
    public Optional<String> auditLogReason() {
        return header("X-Audit-Log-Reason").map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    LoggedRequest withStatus(int status) {
        return new LoggedRequest(number, method, path, query, headers, body, OptionalInt.of(status));
    }

    @Override
    public String toString() {
        // The headers contain the token.
        return number + ": " + method + " " + path + (query.isEmpty() ? "" : "?" + query) + " -> "
                + (status.isPresent() ? status.getAsInt() : "no answer");
    }
}
