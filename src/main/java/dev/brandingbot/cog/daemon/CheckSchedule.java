package dev.brandingbot.cog.daemon;

import dev.brandingbot.sync.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the daemon looks next: a pure function of when it looked last.
 *
 * @param every how often it looks between midnights; nothing for midnights only
 */
public record CheckSchedule(Optional<Duration> every) {
    /** A moment after midnight, so that a clock that is a little slow does not see the day before. */
    static final LocalTime DAILY = LocalTime.of(0, 0, 5);

    private static final Duration MIN_RETRY_DELAY = Duration.ofMinutes(1);

    /** GitHub counts requests by the hour, whatever a wrong clock or answer may say. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(65);

    private static final Duration MAX_RETRY_DELAY = Duration.ofMinutes(30);

    /**
     * When to look again.
     *
     * @param last when the daemon looked
     * @param failures how many looks in a row left something undone, this one included
     * @param notBefore when GitHub is willing to answer again, where it said so
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

    /** When GitHub is willing to answer again after this report, where it said so. */
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
