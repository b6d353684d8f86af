package dev.brandingbot.repository.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Hourly request budget for requests without a token. Retries have a separate share, so that an outage cannot use it
 * up. Thread-safe.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's rate
 *     limits</a>
 */
final class RequestBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAX_PER_HOUR = 60;
    private static final int MAX_RETRIES_PER_HOUR = 12;

    private final Deque<Instant> sent = new ArrayDeque<>();
    private final Deque<Instant> retried = new ArrayDeque<>();
    private int limit = MAX_PER_HOUR;

    /** Sets the hourly limit. GitHub Enterprise may allow more than github.com. */
    synchronized void setLimit(int requestsPerHour) {
        limit = Math.max(1, requestsPerHour);
    }

    /**
     * Takes one request from the budget.
     *
     * @return empty if the request may be sent; otherwise when the next one will be available
     */
    synchronized Optional<Instant> tryAcquire(Instant now) {
        removeExpired(sent, now);
        if (sent.size() >= limit) {
            return Optional.of(sent.getFirst().plus(HOUR));
        }
        sent.addLast(now);
        return Optional.empty();
    }

    /** Counts a request that was sent because of a redirect. */
    synchronized void recordRedirect(Instant now) {
        sent.addLast(now);
    }

    /** Returns whether a failed request may be retried now, and counts the retry if so. */
    synchronized boolean tryAcquireRetry(Instant now) {
        removeExpired(retried, now);
        var isAllowed = retried.size() < MAX_RETRIES_PER_HOUR || limit > MAX_PER_HOUR;
        if (isAllowed) {
            retried.addLast(now);
        }
        return isAllowed;
    }

    /** Removes times more than an hour ago, and times in the future, which are left when the clock is set back. */
    private static void removeExpired(Deque<Instant> times, Instant now) {
        times.removeIf(time -> !time.isAfter(now.minus(HOUR)) || time.isAfter(now));
    }
}
