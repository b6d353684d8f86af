package dev.brandingbot.thumbnail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Limits hourly downloads of images for thumbnails, so that fetches keep enough of GitHub's rate limit, which is 60
 * requests per hour without a token. Thread-safe.
 */
public final class DownloadLimiter {
    /** A One third of GitHub's limit without a token. */
    static final int MAX_PER_HOUR_RATE_LIMITED = 20;

    /** With a token, enough for all images of 100 events. */
    static final int MAX_PER_HOUR = 1_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MIN_PAUSE = Duration.ofMinutes(1);

    private final BooleanSupplier isRateLimited;
    private final Clock clock;
    private final Deque<Instant> downloads = new ArrayDeque<>();
    private Instant pausedUntil = Instant.MIN;

    /** @param isRateLimited whether the source has a low hourly limit */
    public DownloadLimiter(BooleanSupplier isRateLimited, Clock clock) {
        this.isRateLimited = isRateLimited;
        this.clock = clock;
    }

    /** Returns whether another download is allowed now, and counts it if so. */
    synchronized boolean tryAcquire() {
        var now = clock.instant();
        // Removes times more than an hour ago, and times in the future, which are left when the clock is set back.
        downloads.removeIf(time -> !time.isAfter(now.minus(HOUR)) || time.isAfter(now));
        var isAllowed = !now.isBefore(pausedUntil)
                && downloads.size() < (isRateLimited.getAsBoolean() ? MAX_PER_HOUR_RATE_LIMITED : MAX_PER_HOUR);
        if (isAllowed) {
            downloads.addLast(now);
        }
        return isAllowed;
    }

    /** Pauses downloads after a failure: at least a minute, at most an hour, otherwise until {@code until}. */
    synchronized void pause(Optional<Instant> until) {
        var now = clock.instant();
        var requested = Duration.between(now, until.orElse(now));
        var pause = requested.compareTo(MIN_PAUSE) > 0 ? requested : MIN_PAUSE;
        // GitHub's limits are hourly, so a longer pause would be a mistake.
        pausedUntil = now.plus(pause.compareTo(HOUR) < 0 ? pause : HOUR);
    }
}
