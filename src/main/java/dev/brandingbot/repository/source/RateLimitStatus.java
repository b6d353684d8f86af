package dev.brandingbot.repository.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests GitHub takes yet.
 *
 * @param remaining how many until {@code resetAt}
 * @param limit how many in an hour
 * @param resetAt when all of them may be sent again
 */
public record RateLimitStatus(long remaining, long limit, Instant resetAt) {
    /** GitHub names whole seconds, and answers take their time. */
    private static final Duration SAME_RESET = Duration.ofMinutes(1);

    /** This, or {@code earlier} where that has fewer left until the same reset of the same limit. */
    public RateLimitStatus min(RateLimitStatus earlier) {
        var isSame = limit == earlier.limit
                && Duration.between(resetAt, earlier.resetAt).abs().compareTo(SAME_RESET) < 0;
        return isSame && earlier.remaining < remaining ? earlier : this;
    }
}
