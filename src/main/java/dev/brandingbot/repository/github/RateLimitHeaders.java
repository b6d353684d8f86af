package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RateLimitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads GitHub's rate limits from the headers of a response.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's rate
 *     limits</a>
 */
final class RateLimitHeaders {
    /** GitHub's documentation: without a time in the response, delay at least a minute, and longer each time. */
    private static final Duration DEFAULT_DELAY = Duration.ofMinutes(1);

    private static final Duration MAX_DEFAULT_DELAY = Duration.ofMinutes(16);

    private RateLimitHeaders() {}

    /**
     * Returns the delay before the next request; empty if the response is not about a rate limit.
     *
     * @param message the message in the body
     * @param clock used if the response has no {@code Date} header
     * @param previousWithoutTime the number of preceding rate limits in a row that had no time
     */
    static Optional<Duration> retryDelay(Response response, String message, Clock clock, int previousWithoutTime) {
        if (response.code() != 403 && response.code() != 429) {
            return Optional.empty();
        }
        return retryAfter(response.headers())
                .or(() -> delayUntilNextRequest(response.headers(), clock))
                .or(() -> defaultDelay(response.code(), message, previousWithoutTime));
    }

    /** Returns the hourly limit; empty if the response has none. */
    static Optional<Integer> requestsPerHour(Headers headers) {
        return parseNumber(headers.get("x-ratelimit-limit")).map(limit -> (int) Math.min(limit, Integer.MAX_VALUE));
    }

    /** Whether the response says when to retry. */
    static boolean specifiesDelay(Response response) {
        return response.header("retry-after") != null || "0".equals(response.header("x-ratelimit-remaining"));
    }

    /**
     * Returns the remaining requests; empty if the response does not say.
     *
     * @param clock the local clock, to which the time of the reset is converted
     */
    static Optional<RateLimitStatus> rateLimit(Headers headers, Clock clock) {
        return parseNumber(headers.get("x-ratelimit-remaining"))
                .flatMap(remaining -> parseNumber(headers.get("x-ratelimit-limit"))
                        .flatMap(limit -> delayUntilReset(headers, clock)
                                .map(delay -> new RateLimitStatus(
                                        remaining, limit, clock.instant().plus(delay)))));
    }

    private static Optional<Duration> retryAfter(Headers headers) {
        return parseNumber(headers.get("retry-after")).map(Duration::ofSeconds);
    }

    private static Optional<Duration> delayUntilNextRequest(Headers headers, Clock clock) {
        return "0".equals(headers.get("x-ratelimit-remaining")) ? delayUntilReset(headers, clock) : Optional.empty();
    }

    private static Optional<Duration> delayUntilReset(Headers headers, Clock clock) {
        var now = Optional.ofNullable(headers.getInstant("Date")).orElseGet(clock::instant);
        return parseNumber(headers.get("x-ratelimit-reset"))
                .map(reset -> Duration.between(now, Instant.ofEpochSecond(reset)))
                .map(delay -> delay.isNegative() ? Duration.ZERO : delay);
    }

    private static Optional<Duration> defaultDelay(int code, String message, int previousWithoutTime) {
        if (code == 403 && !message.contains("rate limit") && !message.contains("abuse")) {
            return Optional.empty();
        }
        var delay = DEFAULT_DELAY.multipliedBy(1L << Math.min(previousWithoutTime, 4));
        return Optional.of(delay.compareTo(MAX_DEFAULT_DELAY) > 0 ? MAX_DEFAULT_DELAY : delay);
    }

    private static Optional<Long> parseNumber(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(it -> it.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }
}
