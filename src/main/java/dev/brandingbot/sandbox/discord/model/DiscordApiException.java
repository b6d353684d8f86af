package dev.brandingbot.sandbox.discord.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.server.Json;

/** Thrown for a request that Discord rejects. Contains the status and JSON of the response. */
public final class DiscordApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient ObjectNode body;

    private DiscordApiException(int status, ObjectNode body) {
        super(body.path("message").asText());
        this.status = status;
        this.body = body;
    }

    public static DiscordApiException of(int status, int code, String message) {
        return new DiscordApiException(
                status, Json.object().put("message", message).put("code", code));
    }

    static DiscordApiException invalidForm(ObjectNode errors) {
        var body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
        body.set("errors", errors);
        return new DiscordApiException(400, body);
    }

    public static DiscordApiException unauthorized() {
        return of(401, 0, "401: Unauthorized");
    }

    public static DiscordApiException notFound() {
        return of(404, 0, "404: Not Found");
    }

    public static DiscordApiException missingAccess() {
        return of(403, 50001, "Missing Access");
    }

    public static DiscordApiException missingPermissions() {
        return of(403, 50013, "Missing Permissions");
    }

    public static DiscordApiException needsBoosts() {
        return of(400, 50101, "This server needs more boosts to perform this action");
    }

    public static DiscordApiException unknownGuild() {
        return of(404, 10004, "Unknown Guild");
    }

    public static DiscordApiException unknownChannel() {
        return of(404, 10003, "Unknown Channel");
    }

    public static DiscordApiException unknownMessage() {
        return of(404, 10008, "Unknown Message");
    }

    public static DiscordApiException unknownWebhook() {
        return of(404, 10015, "Unknown Webhook");
    }

    public static DiscordApiException unknownInteraction() {
        return of(404, 10062, "Unknown interaction");
    }

    public static DiscordApiException unknownCommand() {
        return of(404, 10063, "Unknown application command");
    }

    public int status() {
        return status;
    }

    public ObjectNode body() {
        return body;
    }
}
