package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.source.RateLimitStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "' 600 ', 600"})
    void prefersRetryAfter(String header, long seconds) {
        var response = response(403)
                .header("retry-after", header)
                .header("x-ratelimit-remaining", "0")
                .header("x-ratelimit-reset", "1")
                .build();

        assertThat(RateLimitHeaders.retryDelay(response, "", CLOCK, 0)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void comparesResetWithGitHubsClock() {
        var reset = Instant.parse("2030-01-01T00:10:00Z").getEpochSecond();
        var response = response(429)
                .header("x-ratelimit-remaining", "0")
                .header("x-ratelimit-reset", Long.toString(reset))
                .header("Date", "Tue, 01 Jan 2030 00:00:00 GMT")
                .build();

        assertThat(RateLimitHeaders.retryDelay(response, "", CLOCK, 0)).contains(Duration.ofMinutes(10));
    }

    @Test
    void convertsResetToLocalClock() {
        var reset = Instant.parse("2030-01-01T00:10:00Z").getEpochSecond();
        var response = response(200)
                .header("x-ratelimit-limit", "5000")
                .header("x-ratelimit-remaining", "4999")
                .header("x-ratelimit-reset", Long.toString(reset))
                .header("Date", "Tue, 01 Jan 2030 00:00:00 GMT")
                .build();

        assertThat(RateLimitHeaders.rateLimit(response.headers(), CLOCK))
                .contains(new RateLimitStatus(4999, 5000, CLOCK.instant().plus(Duration.ofMinutes(10))));
        assertThat(RateLimitHeaders.rateLimit(response(200).build().headers(), CLOCK))
                .isEmpty();
    }

    @Test
    void doesNotWaitForPastReset() {
        var response = response(403)
                .header("x-ratelimit-remaining", "0")
                .header("x-ratelimit-reset", "1")
                .build();

        assertThat(RateLimitHeaders.retryDelay(response, "", CLOCK, 0)).contains(Duration.ZERO);
    }

    @Test
    void waitsOneMinuteForSecondaryLimitWithoutTime() {
        assertThat(RateLimitHeaders.retryDelay(response(403).build(), "secondary rate limit", CLOCK, 0))
                .contains(Duration.ofMinutes(1));
        assertThat(RateLimitHeaders.retryDelay(
                        response(429).header("retry-after", "soon").build(), "", CLOCK, 0))
                .contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"403, Resource not accessible", "404, Not Found", "500, rate limit"})
    void ignoresOtherErrors(int status, String message) {
        assertThat(RateLimitHeaders.retryDelay(response(status).build(), message, CLOCK, 0))
                .isEmpty();
    }

    private static Response.Builder response(int status) {
        return new Response.Builder()
                .request(new Request.Builder().url("https://api.github.com/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("");
    }
}
