package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computes the time of the next check from the last one. A pure function.
 *
 * @param every the interval between checks; empty to check only after midnight
 */
public record CheckSchedule(Optional<Duration> every) {
    /** A moment after midnight, so that a clock that is a little slow does not see the day before. */
    static final LocalTime DAILY = LocalTime.of(0, 0, 5);

    private static final Duration MIN_RETRY_DELAY = Duration.ofMinutes(1);

    /** GitHub counts requests by the hour, whatever a wrong clock or answer may say. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(65);

    private static final Duration MAX_RETRY_DELAY = Duration.ofMinutes(30);

    /**
     * Returns the time of the next check.
     *
     * @param last the time of the last check
     * @param failures the number of failed checks in a row, including the last one
     * @param notBefore when GitHub's rate limit resets, if known
     */
    Instant next(Instant last, int failures, Optional<Instant> notBefore) {
        var next = Stream.of(Optional.of(nextMidnight(last)), every.map(last::plus), retryAt(last, failures))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseThrow();
        var latest = last.plus(MAX_WAIT);
        return notBefore
                .map(moment -> moment.isBefore(latest) ? moment : latest)
                .filter(next::isBefore)
                .orElse(next);
    }

    /** When GitHub's rate limit resets according to a report, if known. */
    static Optional<Instant> earliest(SyncReport report) {
        return report instanceof SyncReport.NotDecided undecided ? undecided.retryAt() : Optional.empty();
    }

    private static Instant nextMidnight(Instant last) {
        var day = last.atOffset(ZoneOffset.UTC).toLocalDate();
        var today = day.atTime(DAILY).toInstant(ZoneOffset.UTC);
        return last.isBefore(today) ? today : day.plusDays(1).atTime(DAILY).toInstant(ZoneOffset.UTC);
    }

    private static Optional<Instant> retryAt(Instant last, int failures) {
        if (failures == 0) {
            return Optional.empty();
        }
        var pause = MIN_RETRY_DELAY.multipliedBy(1L << Math.min(failures - 1, 10));
        return Optional.of(last.plus(pause.compareTo(MAX_RETRY_DELAY) < 0 ? pause : MAX_RETRY_DELAY));
    }
}
