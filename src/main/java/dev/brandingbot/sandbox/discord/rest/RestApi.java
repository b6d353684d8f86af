package dev.brandingbot.sandbox.discord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brandingbot.sandbox.discord.gateway.Gateway;
import dev.brandingbot.sandbox.discord.model.Credentials;
import dev.brandingbot.sandbox.discord.model.DiscordApiException;
import dev.brandingbot.sandbox.server.FakeHttpServer;
import dev.brandingbot.sandbox.server.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** Handles what all of Discord's REST routes have in common: the token, rate limit headers and errors. */
public final class RestApi {
    public static final String BASE = "/api/v10";

    private static final String BOT = "Bot ";

    private final Credentials credentials;

    public RestApi(Credentials credentials) {
        this.credentials = credentials;
    }

    public void addTo(RoutesConfig routes) {
        routes.before(BASE + "/*", this::authorize);
        routes.before(BASE + "/*", RestApi::limit);
        routes.get(BASE + "/gateway", request -> FakeHttpServer.respond(request, 200, gateway(request)));
        routes.get(BASE + "/gateway/bot", request -> FakeHttpServer.respond(request, 200, gatewayOfBot(request)));
        routes.exception(DiscordApiException.class, RestApi::respondWithError);
        routes.exception(
                NotFoundResponse.class, (e, request) -> respondWithError(DiscordApiException.notFound(), request));
    }

    /** Routes with an interaction's token in the path do not need the bot's token. */
    private void authorize(Context request) {
        var path = request.path().substring(BASE.length());
        if (path.equals("/gateway") || path.startsWith("/interactions/") || path.startsWith("/webhooks/")) {
            return;
        }
        var header = Optional.ofNullable(request.header("Authorization")).orElse("");
        if (!header.startsWith(BOT) || !credentials.accepts(header.substring(BOT.length()))) {
            throw DiscordApiException.unauthorized();
        }
    }

    /** Buckets are never empty. Tests inject a fault for a rate limit. */
    private static void limit(Context request) {
        request.header("X-RateLimit-Bucket", bucket(request))
                .header("X-RateLimit-Limit", "1000")
                .header("X-RateLimit-Remaining", "999")
                .header("X-RateLimit-Reset-After", "1.000");
    }

    private static String bucket(Context request) {
        var route = request.path().replaceAll("/\\d+", "/id").replaceAll("/(callback|webhooks)/.*", "/$1");
        return Integer.toHexString((request.method().name() + route).hashCode());
    }

    private static ObjectNode gateway(Context request) {
        return Json.object().put("url", "ws://" + request.host() + Gateway.PATH);
    }

    private static ObjectNode gatewayOfBot(Context request) {
        var gateway = gateway(request).put("shards", 1);
        gateway.set(
                "session_start_limit",
                Json.object()
                        .put("total", 1000)
                        .put("remaining", 999)
                        .put("reset_after", 86_400_000)
                        .put("max_concurrency", 1));
        return gateway;
    }

    private static void respondWithError(DiscordApiException error, Context request) {
        FakeHttpServer.respond(request, error.status(), error.body());
    }
}
