package dev.brandingbot.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How a stand-in fails a request. */
public sealed interface Fault {
    /**
     * Answers instead of the stand-in, which never sees the request.
     *
     * @param status the HTTP status
     * @param headers headers to send
     * @param body the body, sent as UTF-8
     */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** Takes the request and never answers; the stand-in never sees it. */
    record Hang() implements Fault {}

    /** Breaks the connection off; the stand-in never sees the request. */
    record Disconnect() implements Fault {}

    /** The stand-in does what was asked, and the answer is lost: the client waits in vain. */
    record LostAnswer() implements Fault {}

    /** Answers with a status and nothing else. */
    static Fault status(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** Answers with a status and JSON. */
    static Fault json(int status, JsonNode body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json"),
                new String(Json.bytes(body), StandardCharsets.UTF_8));
    }

    /** Answers with a status and a page of HTML, as proxies do. */
    static Fault html(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "text/html"), body);
    }
}
