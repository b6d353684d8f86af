package dev.brandingbot.repository.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestsLeftTest {
    private static final Instant RESET = Instant.parse("2027-06-01T13:00:00Z");
    private static final RequestsLeft TEN = new RequestsLeft(10, 60, RESET);

    @Test
    void goesByTheFewestUntilTheSameReset() {
        var overtaken = new RequestsLeft(12, 60, RESET.plusSeconds(1));
        var later = new RequestsLeft(9, 60, RESET);

        assertThat(overtaken.orFewer(TEN)).isEqualTo(TEN);
        assertThat(later.orFewer(TEN)).isEqualTo(later);
    }

    @Test
    void beginsAnewAfterAResetAndWithAnotherLimit() {
        var reset = new RequestsLeft(59, 60, RESET.plus(Duration.ofHours(1)));
        var withToken = new RequestsLeft(4_999, 5_000, RESET);

        assertThat(reset.orFewer(TEN)).isEqualTo(reset);
        assertThat(withToken.orFewer(TEN)).isEqualTo(withToken);
    }
}
