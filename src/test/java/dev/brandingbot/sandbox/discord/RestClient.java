package dev.brandingbot.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brandingbot.sandbox.server.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks the stand-in by REST, for what JDA would not let through. */
public final class RestClient {
    private final OkHttpClient client = new OkHttpClient();
    private final FakeDiscord discord;
    private final String token;

    public RestClient(FakeDiscord discord) {
        this(discord, discord.token());
    }

    RestClient(FakeDiscord discord, String token) {
        this.discord = discord;
        this.token = token;
    }

    public Answer send(String method, String path, String json) {
        var body = json.isEmpty() ? null : RequestBody.create(json, MediaType.get("application/json"));
        var request = new Request.Builder()
                .url(discord.restBaseUrl() + path)
                .header("Authorization", "Bot " + token)
                .method(method, body)
                .build();
        try (var response = client.newCall(request).execute()) {
            return new Answer(
                    response.code(), Json.parseOrMissing(response.body().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Answer(int status, JsonNode body) {
        public int code() {
            return body.path("code").asInt(-1);
        }
    }
}
