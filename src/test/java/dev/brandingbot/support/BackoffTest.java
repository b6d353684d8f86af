package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Clock clock = mock(Clock.class);
    private final Backoff pauses = Backoff.betweenSessions(clock);

    @BeforeEach
    void setTheClock() {
        when(clock.instant()).thenReturn(START);
    }

    @Test
    void increasesDelayAfterFirstAttempt() {
        List<Long> seconds =
                Stream.generate(() -> pauses.next().toSeconds()).limit(10).toList();

        assertThat(seconds).containsExactly(0L, 5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    }

    @Test
    void resetsAfterQuietTime() {
        pauses.next();
        pauses.next();
        when(clock.instant()).thenReturn(START.plus(Duration.ofMinutes(30)));

        assertThat(pauses.next()).isZero();
    }

    @Test
    void staysBelowDailySessionLimit() {
        Instant now = START;
        int sessions = 0;
        while (now.isBefore(START.plus(Duration.ofDays(1)))) {
            when(clock.instant()).thenReturn(now);
            now = now.plus(pauses.next()).plusSeconds(1);
            sessions++;
        }

        assertThat(sessions).isLessThan(200);
    }
}
