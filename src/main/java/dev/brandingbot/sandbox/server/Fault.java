package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A way in which a fake server fails a request. */
public sealed interface Fault {
    /**
     * Responds without processing the request.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, sent as UTF-8
     */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** Never responds, and does not process the request. */
    record Hang() implements Fault {}

    /** Closes the connection without processing the request. */
    record Disconnect() implements Fault {}

    /** Processes the request, but never sends the response. */
    record LostAnswer() implements Fault {}

    /** Returns a response with a status only. */
    static Fault status(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** Returns a response with a status and JSON. */
    static Fault json(int status, JsonNode body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json"),
                new String(Json.bytes(body), StandardCharsets.UTF_8));
    }

    /** Returns a response with a status and an HTML page, like that of a proxy. */
    static Fault html(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/html"), body);
    }
}
