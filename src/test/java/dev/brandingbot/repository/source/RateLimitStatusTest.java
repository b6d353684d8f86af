package dev.brandingbot.repository.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitStatusTest {
    private static final Instant RESET = Instant.parse("2027-06-01T13:00:00Z");
    private static final RateLimitStatus TEN = new RateLimitStatus(10, 60, RESET);

    @Test
    void keepsLowestRemainingUntilReset() {
        var overtaken = new RateLimitStatus(12, 60, RESET.plusSeconds(1));
        var later = new RateLimitStatus(9, 60, RESET);

        assertThat(overtaken.min(TEN)).isEqualTo(TEN);
        assertThat(later.min(TEN)).isEqualTo(later);
    }

    @Test
    void startsOverAfterResetOrLimitChange() {
        var reset = new RateLimitStatus(59, 60, RESET.plus(Duration.ofHours(1)));
        var withToken = new RateLimitStatus(4_999, 5_000, RESET);

        assertThat(reset.min(TEN)).isEqualTo(reset);
        assertThat(withToken.min(TEN)).isEqualTo(withToken);
    }
}
