package dev.brandingbot.repository.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many requests may be sent in any hour to a GitHub that knows no token of ours, and how many of these may be second
 * attempts, lest an outage uses up what is needed after it. Safe for use by several threads.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's rate limits</a>
 */
final class RequestBudget {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MAX_PER_HOUR = 60;
    private static final int MAX_RETRIES_PER_HOUR = 12;

    private final Deque<Instant> sent = new ArrayDeque<>();
    private final Deque<Instant> retried = new ArrayDeque<>();
    private int limit = MAX_PER_HOUR;

    /** Takes note of the limit that GitHub names: an instance of one's own may allow more. */
    synchronized void allow(int requestsAnHour) {
        limit = Math.max(1, requestsAnHour);
    }

    /** Takes one request from the budget; when none is left, says when one will be. */
    synchronized Optional<Instant> tryAcquire(Instant now) {
        forgetOthers(sent, now);
        if (sent.size() >= limit) {
            return Optional.of(sent.getFirst().plus(HOUR));
        }
        sent.addLast(now);
        return Optional.empty();
    }

    /** Takes note of one that was sent because the answer to another one said so. */
    synchronized void redirected(Instant now) {
        sent.addLast(now);
    }

    /** Whether a request that failed may be sent once more now; counts it, if so. */
    synchronized boolean tryAcquireRetry(Instant now) {
        forgetOthers(retried, now);
        var isLeft = retried.size() < MAX_RETRIES_PER_HOUR || limit > MAX_PER_HOUR;
        if (isLeft) {
            retried.addLast(now);
        }
        return isLeft;
    }

    /** What is more than an hour ago does not count, nor what lies in the future of a clock that has been set back. */
    private static void forgetOthers(Deque<Instant> moments, Instant now) {
        moments.removeIf(moment -> !moment.isAfter(now.minus(HOUR)) || moment.isAfter(now));
    }
}
