package dev.brandingbot.cog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 7, 10);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "July 10 | 2027-07-10",
                "july  11 | 2027-07-11",
                "July 9 | 2028-07-09",
                "December 31 | 2027-12-31",
                "February 29 | 2028-02-29",
                "2027-07-10 | 2027-07-10",
                "2026-01-01 | 2026-01-01",
                "July\u00a0１１ | 2027-07-11",
                "2027\u201101\u201102 | 2027-01-02",
                "July 10, 2029 | 2029-07-10",
                "july 10 2029 | 2029-07-10",
            })
    void areReadAsModeratorsWriteThem(String text, LocalDate day) {
        assertThat(Days.parse(text, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "July",
                "July 32",
                "10 July",
                "2027-02-30",
                "2027-7-1",
                "+999999999-12-31",
                "July 10, +999999999",
                "February 30, 2027",
                "July 10 27"
            })
    void areNotReadFromAnythingElse(String text) {
        assertThat(Days.parse(text, TODAY)).isEmpty();
    }

    @Test
    void areReadAgainAsTheyAreShown() {
        assertThat(Days.parse(Days.inWords(TODAY), TODAY)).contains(TODAY);
    }

    @Test
    void areShownWithTheirYears() {
        assertThat(Days.inWords(new DateRange(TODAY, TODAY))).isEqualTo("July 10, 2027");
        assertThat(Days.inWords(
                        new DateRange(TODAY.withMonth(12), TODAY.plusYears(1).withMonth(1))))
                .isEqualTo("December 10, 2027 – January 10, 2028");
    }

    @Test
    void endWhenTheNextOneBeginsInUtc() {
        assertThat(Days.endOf(LocalDate.of(1970, 1, 1))).isEqualTo("<t:86400:R>");
    }
}
