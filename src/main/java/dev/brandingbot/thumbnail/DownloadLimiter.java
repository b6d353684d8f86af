package dev.brandingbot.thumbnail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How many images may be downloaded in any hour only to be looked at: looks at the repository come first, and without a token
 * GitHub takes 60 requests an hour in all. Safe for use by several threads.
 */
public final class DownloadLimiter {
    /** A third of what GitHub takes without a token. */
    static final int RATE_LIMITED_PER_HOUR = 20;

    /** With a token a repository of 100 events can be shown whole, with requests to spare. */
    static final int PER_HOUR = 1_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MIN_PAUSE = Duration.ofMinutes(1);

    private final BooleanSupplier isFrugal;
    private final Clock clock;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private Instant pausedUntil = Instant.MIN;

    /** @param isFrugal whether every request counts */
    public DownloadLimiter(BooleanSupplier isFrugal, Clock clock) {
        this.isFrugal = isFrugal;
        this.clock = clock;
    }

    /** Takes one download from the allowance, and says whether there was one. */
    synchronized boolean tryAcquire() {
        var now = clock.instant();
        // Neither what is long ago counts, nor what lies in the future of a clock that has been set back.
        taken.removeIf(moment -> !moment.isAfter(now.minus(HOUR)) || moment.isAfter(now));
        var mayTake = !now.isBefore(pausedUntil)
                && taken.size() < (isFrugal.getAsBoolean() ? RATE_LIMITED_PER_HOUR : PER_HOUR);
        if (mayTake) {
            taken.addLast(now);
        }
        return mayTake;
    }

    /** Allows none for a minute or so after one that failed, and none before the moment that GitHub named. */
    synchronized void pause(Optional<Instant> until) {
        var now = clock.instant();
        var named = Duration.between(now, until.orElse(now));
        var pause = named.compareTo(MIN_PAUSE) > 0 ? named : MIN_PAUSE;
        // GitHub counts by the hour, whatever a wrong answer may say.
        pausedUntil = now.plus(pause.compareTo(HOUR) < 0 ? pause : HOUR);
    }
}
