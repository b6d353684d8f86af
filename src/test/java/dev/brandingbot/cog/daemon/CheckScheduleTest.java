package dev.brandingbot.cog.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckScheduleTest {
    private static final CheckSchedule MIDNIGHTS = new CheckSchedule(Optional.empty());
    private static final CheckSchedule HALF_HOURS = new CheckSchedule(Optional.of(Duration.ofMinutes(30)));

    @ParameterizedTest
    @CsvSource({
        "2027-06-01T00:00:00Z, 2027-06-01T00:00:05Z",
        "2027-06-01T00:00:04.999Z, 2027-06-01T00:00:05Z",
        "2027-06-01T00:00:05Z, 2027-06-02T00:00:05Z",
        "2027-06-01T12:00:00Z, 2027-06-02T00:00:05Z",
        "2027-06-01T23:59:59.999Z, 2027-06-02T00:00:05Z",
        "2027-12-31T23:59:59Z, 2028-01-01T00:00:05Z",
        "2028-02-28T12:00:00Z, 2028-02-29T00:00:05Z",
        "2027-02-28T12:00:00Z, 2027-03-01T00:00:05Z",
    })
    void areJustAfterEveryMidnight(Instant last, Instant next) {
        assertThat(MIDNIGHTS.next(last, 0, Optional.empty())).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-01T12:00:00Z, 2027-06-01T12:30:00Z",
        "2027-06-01T23:30:05Z, 2027-06-02T00:00:05Z",
        "2027-06-01T23:45:00Z, 2027-06-02T00:00:05Z",
    })
    void areEverySoOftenBetweenMidnights(Instant last, Instant next) {
        assertThat(HALF_HOURS.next(last, 0, Optional.empty())).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "1000000, 30", "2147483647, 30"})
    void comeWithinMinutesAfterFailures(int failures, int minutes) {
        var last = Instant.parse("2027-06-01T12:00:00Z");

        assertThat(MIDNIGHTS.next(last, failures, Optional.empty())).isEqualTo(last.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void doNotWaitLongerForARetryThanForTheNextCheck() {
        var often = new CheckSchedule(Optional.of(Duration.ofMinutes(10)));
        var last = Instant.parse("2027-06-01T12:00:00Z");

        assertThat(often.next(last, 9, Optional.empty())).isEqualTo(last.plus(Duration.ofMinutes(10)));
        assertThat(MIDNIGHTS.next(Instant.parse("2027-06-01T23:55:00Z"), 9, Optional.empty()))
                .isEqualTo("2027-06-02T00:00:05Z");
    }

    @Test
    void respectWhatGitHubAsksFor() {
        var last = Instant.parse("2027-06-01T12:00:00Z");
        var reset = Instant.parse("2027-06-01T12:41:00Z");

        assertThat(HALF_HOURS.next(last, 1, Optional.of(reset))).isEqualTo(reset);
        assertThat(HALF_HOURS.next(last, 1, Optional.of(last.plusSeconds(5)))).isEqualTo(last.plusSeconds(60));
        assertThat(HALF_HOURS.next(last, 1, Optional.of(last.minusSeconds(5)))).isEqualTo(last.plusSeconds(60));
    }
}
