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
 * Reads from an answer whether one of GitHub's rate limits is the reason for it, and how long to wait.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's rate limits</a>
 */
final class RateLimitHeaders {
    /** What GitHub asks for when it names no time: a minute at least, growing. */
    private static final Duration DEFAULT_WAIT = Duration.ofMinutes(1);

    private static final Duration MAX_DEFAULT_WAIT = Duration.ofMinutes(16);

    private RateLimitHeaders() {}

    /**
     * How long to wait before the next request, when the answer says that there were too many.
     *
     * @param message GitHub's message in the body
     * @param clock asked where the answer does not tell GitHub's own time
     * @param untoldBefore how many answers in a row have named no time before this one
     */
    static Optional<Duration> waitFor(Response response, String message, Clock clock, int untoldBefore) {
        if (response.code() != 403 && response.code() != 429) {
            return Optional.empty();
        }
        return retryAfter(response.headers())
                .or(() -> untilNextRequest(response.headers(), clock))
                .or(() -> defaultWait(response.code(), message, untoldBefore));
    }

    /** How many requests an hour GitHub takes from this sender, where the answer tells. */
    static Optional<Integer> requestsPerHour(Headers headers) {
        return number(headers.get("x-ratelimit-limit")).map(limit -> (int) Math.min(limit, Integer.MAX_VALUE));
    }

    /** Whether the answer itself names the time. */
    static boolean namesTime(Response response) {
        return response.header("retry-after") != null || "0".equals(response.header("x-ratelimit-remaining"));
    }

    /**
     * How many requests may be sent yet, where the answer says so.
     *
     * @param clock by which the time is told, which may differ from GitHub's
     */
    static Optional<RateLimitStatus> rateLimit(Headers headers, Clock clock) {
        return number(headers.get("x-ratelimit-remaining"))
                .flatMap(remaining -> number(headers.get("x-ratelimit-limit"))
                        .flatMap(limit -> untilReset(headers, clock)
                                .map(wait -> new RateLimitStatus(
                                        remaining, limit, clock.instant().plus(wait)))));
    }

    private static Optional<Duration> retryAfter(Headers headers) {
        return number(headers.get("retry-after")).map(Duration::ofSeconds);
    }

    private static Optional<Duration> untilNextRequest(Headers headers, Clock clock) {
        return "0".equals(headers.get("x-ratelimit-remaining")) ? untilReset(headers, clock) : Optional.empty();
    }

    private static Optional<Duration> untilReset(Headers headers, Clock clock) {
        var now = Optional.ofNullable(headers.getInstant("Date")).orElseGet(clock::instant);
        return number(headers.get("x-ratelimit-reset"))
                .map(reset -> Duration.between(now, Instant.ofEpochSecond(reset)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> defaultWait(int code, String message, int untoldBefore) {
        if (code == 403 && !message.contains("rate limit") && !message.contains("abuse")) {
            return Optional.empty();
        }
        var grown = DEFAULT_WAIT.multipliedBy(1L << Math.min(untoldBefore, 4));
        return Optional.of(grown.compareTo(MAX_DEFAULT_WAIT) > 0 ? MAX_DEFAULT_WAIT : grown);
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(it -> it.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }
}
