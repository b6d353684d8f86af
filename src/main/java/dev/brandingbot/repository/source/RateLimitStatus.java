package dev.brandingbot.repository.source;

import java.time.Duration;
import java.time.Instant;

/**
 * A rate limit of GitHub and how much of it remains.
 *
 * @param remaining the remaining requests until {@code resetAt}
 * @param limit the requests per hour
 * @param resetAt when the limit is reset
 */
public record RateLimitStatus(long remaining, long limit, Instant resetAt) {
    /** GitHub reports whole seconds, and responses are delayed. */
    private static final Duration SAME_RESET = Duration.ofMinutes(1);

    /** Returns this, or {@code earlier} if it has fewer remaining requests until the same reset of the same limit. */
    public RateLimitStatus min(RateLimitStatus earlier) {
        var isSame = limit == earlier.limit
                && Duration.between(resetAt, earlier.resetAt).abs().compareTo(SAME_RESET) < 0;
        return isSame && earlier.remaining < remaining ? earlier : this;
    }
}
