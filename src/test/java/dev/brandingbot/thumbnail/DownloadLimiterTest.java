package dev.brandingbot.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DownloadLimiterTest {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final DownloadLimiter frugal = new DownloadLimiter(() -> true, clock);

    @Test
    void leavesMostRequestsToFetches() {
        assertThat(takes(frugal, 60)).isEqualTo(DownloadLimiter.MAX_PER_HOUR_RATE_LIMITED);

        clock.advance(Duration.ofMinutes(59));
        assertThat(frugal.tryAcquire()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(frugal.tryAcquire()).isTrue();
    }

    @Test
    void allowsMoreWithToken() {
        assertThat(takes(new DownloadLimiter(() -> false, clock), 2_000)).isEqualTo(DownloadLimiter.MAX_PER_HOUR);
    }

    @Test
    void pausesForMinuteAfterFailure() {
        frugal.pause(Optional.empty());

        assertThat(frugal.tryAcquire()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(frugal.tryAcquire()).isTrue();
    }

    @Test
    void pausesUntilRetryTimeButAtMostOneHour() {
        frugal.pause(Optional.of(NOON.plusSeconds(1_800)));
        clock.advance(Duration.ofSeconds(1_799));
        assertThat(frugal.tryAcquire()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(frugal.tryAcquire()).isTrue();

        frugal.pause(Optional.of(Instant.MAX.minusSeconds(1)));
        clock.advance(Duration.ofHours(1));
        assertThat(frugal.tryAcquire()).isTrue();
    }

    @Test
    void ignoresFutureDownloadsAfterClockIsSetBack() {
        takes(frugal, 60);

        clock.set(NOON.minus(Duration.ofDays(1)));

        assertThat(frugal.tryAcquire()).isTrue();
    }

    private static long takes(DownloadLimiter allowance, int times) {
        return IntStream.range(0, times).filter(i -> allowance.tryAcquire()).count();
    }
}
