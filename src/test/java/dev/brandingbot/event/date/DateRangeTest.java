package dev.brandingbot.event.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
    private static final DateRange RANGE = range("2027-12-30", "2028-01-02");

    @ParameterizedTest
    @CsvSource({
        "2027-12-29, false",
        "2027-12-30, true",
        "2028-01-01, true",
        "2028-01-02, true",
        "2028-01-03, false",
    })
    void containsFirstAndLastDay(LocalDate day, boolean isIn) {
        assertThat(RANGE.contains(day)).isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-01, 2027-12-29, false",
        "2027-12-01, 2027-12-30, true",
        "2027-12-31, 2028-01-01, true",
        "2027-01-01, 2028-12-31, true",
        "2028-01-02, 2028-02-01, true",
        "2028-01-03, 2028-02-01, false",
    })
    void overlapsIfOneDayIsShared(String first, String last, boolean isShared) {
        var other = range(first, last);

        assertThat(RANGE.overlaps(other)).isEqualTo(isShared);
        assertThat(other.overlaps(RANGE)).isEqualTo(isShared);
        assertThat(RANGE.intersection(other).isPresent()).isEqualTo(isShared);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-01, 2027-12-30, 2027-12-30, 2027-12-30",
        "2027-12-31, 2028-01-01, 2027-12-31, 2028-01-01",
        "2027-01-01, 2028-12-31, 2027-12-30, 2028-01-02",
        "2028-01-01, 2028-02-01, 2028-01-01, 2028-01-02",
    })
    void intersectionIsSharedDays(String first, String last, String firstShared, String lastShared) {
        var other = range(first, last);

        assertThat(RANGE.intersection(other)).contains(range(firstShared, lastShared));
        assertThat(other.intersection(RANGE)).contains(range(firstShared, lastShared));
    }

    @Test
    void lengthIncludesFirstAndLastDay() {
        assertThat(RANGE.lengthInDays()).isEqualTo(4);
        assertThat(range("2028-02-29", "2028-02-29").lengthInDays()).isEqualTo(1);
        assertThat(range("2028-01-01", "2028-12-31").lengthInDays()).isEqualTo(366);
    }

    @Test
    void rejectsEndBeforeStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range("2027-07-02", "2027-07-01"))
                .withMessageContaining("2027-07-01");
    }

    private static DateRange range(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
