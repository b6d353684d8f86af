package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.app.discord.DiscordConnection;
import dev.brandingbot.app.discord.GatewayPauses;
import dev.brandingbot.app.discord.ThrottledSessionController;
import dev.brandingbot.app.settings.Secret;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.sandbox.discord.FakeDiscord;
import dev.brandingbot.sandbox.discord.FakeDiscordSettings;
import dev.brandingbot.sandbox.discord.gateway.GatewayFault;
import dev.brandingbot.sandbox.discord.model.FakeDiscordListener;
import dev.brandingbot.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulates gateway failures of a connected bot with the real JDA. The bot's delays pass only on the test's clock. */
class GatewayOutageIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final List<Instant> contacts = new CopyOnWriteArrayList<>();
    private final InstantScheduler executor = new InstantScheduler();
    private final OkHttpClient http = new OkHttpClient();
    private FakeDiscord discord;
    private DiscordConnection session;

    @BeforeEach
    void connect() throws Exception {
        discord = FakeDiscord.start(FakeDiscordSettings.defaults());
        discord.addListener(new FakeDiscordListener() {
            @Override
            public void gatewayContacted() {
                contacts.add(clock.instant());
            }
        });
        var settings = new Settings.Discord(
                new Secret(discord.token()),
                Optional.of(URI.create(discord.restBaseUrl())),
                Optional.of(URI.create(discord.gatewayUrl())));
        session = DiscordConnection.open(settings, http, sessions(), List.of());
        session.awaitReady(TIMEOUT);
    }

    @AfterEach
    void close() {
        session.close();
        discord.close();
        executor.shutdownNow();
    }

    /** Faults after which JDA itself reconnects without a delay. */
    @ParameterizedTest
    @EnumSource(
            value = GatewayFault.class,
            names = {"CLOSED_BEFORE_HELLO", "CLOSED_AFTER_HELLO", "ABORTED_AFTER_HELLO", "RECONNECT_REQUESTED"})
    void connectsAtMostTenTimesInTenSeconds(GatewayFault fault) {
        discord.failGateway(fault);
        discord.dropConnections(4000);

        await().atMost(TIMEOUT).until(() -> contacts.size() > 40);

        assertThat(mostInTenSeconds()).isLessThanOrEqualTo(10);
    }

    /** Faults after which JDA also waits, so that a few connections take some seconds. */
    @ParameterizedTest
    @EnumSource(
            value = GatewayFault.class,
            names = {"UNAVAILABLE", "CONNECTION_ABORTED", "INVALID_SESSION"})
    void waitsLongerWhileNoSessionStarts(GatewayFault fault) {
        discord.failGateway(fault);
        discord.dropConnections(4000);

        await().atMost(TIMEOUT).until(() -> contacts.size() > 3);

        assertThat(Duration.between(contacts.get(1), contacts.get(3))).isGreaterThanOrEqualTo(Duration.ofMillis(800));
    }

    @Test
    void isConnectedAgainWhenTheGatewayWorksAgain() {
        discord.failGateway(GatewayFault.CLOSED_AFTER_HELLO);
        discord.dropConnections(4000);
        await().atMost(TIMEOUT).until(() -> contacts.size() > 5);

        discord.restoreGateway();

        await().atMost(TIMEOUT).until(session::isConnected);
        assertThat(discord.sessionsBegun()).isEqualTo(1);
    }

    private ThrottledSessionController sessions() {
        return new ThrottledSessionController(
                Optional.of(URI.create(discord.gatewayUrl())),
                new GatewayPauses(Duration.ZERO, clock, new Random(7)),
                executor,
                clock::advance);
    }

    private long mostInTenSeconds() {
        return contacts.stream()
                .mapToLong(first -> contacts.stream()
                        .filter(contact -> !contact.isBefore(first) && contact.isBefore(first.plus(TEN_SECONDS)))
                        .count())
                .max()
                .orElse(0);
    }

    /** Runs each task immediately, and advances the clock by its delay. */
    private final class InstantScheduler extends ScheduledThreadPoolExecutor {
        private InstantScheduler() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            clock.advance(Duration.of(delay, unit.toChronoUnit()));
            return super.schedule(command, 0, unit);
        }
    }
}
