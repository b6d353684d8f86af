package dev.brandingbot.app.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.brandingbot.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ThrottledSessionControllerTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final ScheduledExecutorService executor = mock(ScheduledExecutorService.class);
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void triesARefusedConnectionOnceAndThenPauses() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        SessionConnectNode refused = mock(SessionConnectNode.class);
        doAnswer(call -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("refused");
                })
                .when(refused)
                .run(anyBoolean());

        sessions(Optional.empty()).appendSession(refused);

        verify(executor, timeout(10_000))
                .schedule(
                        any(Runnable.class), longThat(pause -> pause >= 4_000 && pause <= 6_000), any(TimeUnit.class));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void connectsAtOnceAfterTheFirstLossAndThenWaitsLongerAndLonger() {
        var sessions = sessions(Optional.empty());

        IntStream.range(0, 9).forEach(loss -> loseConnection(sessions));

        assertThat(pauses).hasSize(8);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_200));
        assertThat(pauses.get(4)).isBetween(Duration.ofMillis(12_800), Duration.ofMillis(19_200));
        assertThat(pauses.get(7)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(pauses.stream().map(pause -> pause.toMillis() % 1_000)).doesNotHaveDuplicates();
    }

    @Test
    void connectsAtOnceAfterAConnectionThatLasted() {
        var sessions = sessions(Optional.empty());
        IntStream.range(0, 4).forEach(loss -> loseConnection(sessions));

        clock.advance(Duration.ofHours(1));
        loseConnection(sessions);

        assertThat(pauses).hasSize(3);
    }

    /** Otherwise closing the bot would take as long as the current delay. */
    @Test
    @Timeout(10)
    void waitsForNothingOnceItIsClosed() {
        var sessions = new ThrottledSessionController(
                Optional.empty(), new GatewayPauses(Duration.ZERO, clock, new Random(7)), executor);

        sessions.close();

        IntStream.range(0, 9).forEach(loss -> loseConnection(sessions));
    }

    @Test
    void connectsToTheGatewayThatIsSet() {
        assertThat(sessions(Optional.of(URI.create("ws://127.0.0.1:8081"))).getGateway())
                .isEqualTo("ws://127.0.0.1:8081");
        assertThat(sessions(Optional.empty()).getGateway()).isEqualTo("wss://gateway.discord.gg/");
    }

    private static void loseConnection(ThrottledSessionController sessions) {
        sessions.onEvent(
                new StatusChangeEvent(mock(JDA.class), JDA.Status.WAITING_TO_RECONNECT, JDA.Status.DISCONNECTED));
    }

    private ThrottledSessionController sessions(Optional<URI> gateway) {
        return new ThrottledSessionController(
                gateway, new GatewayPauses(Duration.ZERO, clock, new Random(7)), executor, pauses::add);
    }
}
