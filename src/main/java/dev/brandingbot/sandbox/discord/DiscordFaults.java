package dev.brandingbot.sandbox.discord;

import dev.brandingbot.sandbox.discord.model.FormErrors;
import dev.brandingbot.sandbox.server.Fault;
import dev.brandingbot.sandbox.server.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Faults as Discord reports them. */
public final class DiscordFaults {
    private DiscordFaults() {}

    /** The route's limit is used up for that many seconds. */
    public static Fault rateLimited(int seconds) {
        var body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", (double) seconds)
                .put("global", false);
        return new Fault.Answer(
                429,
                Map.of(
                        "Content-Type", "application/json",
                        "Retry-After", Integer.toString(seconds),
                        "X-RateLimit-Scope", "user"),
                new String(Json.bytes(body), StandardCharsets.UTF_8));
    }

    /** Discord refuses, with one of its error codes. */
    public static Fault error(int status, int code, String message) {
        return Fault.json(status, Json.object().put("message", message).put("code", code));
    }

    /** Discord refuses one field of the request's body, like {@code icon}, with one of its codes for fields. */
    public static Fault invalidField(String path, String code, String message) {
        var refusal = FormErrors.exception(path, code, message);
        return Fault.json(refusal.status(), refusal.body());
    }
}
