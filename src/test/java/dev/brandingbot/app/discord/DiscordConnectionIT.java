package dev.brandingbot.app.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.Secret;
import dev.brandingbot.app.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class DiscordConnectionIT {
    private final OkHttpClient http = new OkHttpClient();

    @Test
    void explainsWhereToGetAToken() throws Exception {
        try (MockWebServer discord = new MockWebServer()) {
            discord.start();
            discord.enqueue(new MockResponse(
                    401, okhttp3.Headers.of("Via", "test"), "{\"message\": \"401: Unauthorized\", \"code\": 0}"));

            assertThatExceptionOfType(CliException.class)
                    .isThrownBy(() -> open(discord.url("/api/v10").uri()))
                    .withMessageStartingWith(
                            "Discord rejected the token: set DISCORD_TOKEN to the bot's current token");
            assertThat(discord.takeRequest().getTarget()).isEqualTo("/api/v10/users/@me");
        }
    }

    @Test
    void saysWhatToCheckWhenDiscordCannotBeReached() throws Exception {
        URI nowhere;
        try (MockWebServer gone = new MockWebServer()) {
            gone.start();
            nowhere = gone.url("/api/v10/").uri();
        }

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> open(nowhere))
                .withMessageStartingWith("Discord can't be reached (Failed to connect to ")
                .withMessageContaining("DISCORD_API_URL")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("s3cret"));
    }

    private void open(URI apiUrl) throws CliException {
        var discord = new Settings.Discord(new Secret("s3cret"), Optional.of(apiUrl), Optional.empty());
        var sessions = new ThrottledSessionController(
                Optional.empty(),
                new GatewayPauses(Duration.ZERO, Clock.systemUTC(), new Random()),
                mock(ScheduledExecutorService.class));
        DiscordConnection.open(discord, http, sessions, List.of()).close();
    }
}
