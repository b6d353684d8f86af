package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.date.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
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
        assertThat(Dates.parse(text, TODAY)).contains(day);
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
        assertThat(Dates.parse(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "July 10 | 2027-07-11 | 2028-07-10",
                "july  10 | 2027-07-11 | 2028-07-10",
                "July 10 | 2027-09-08 | 2028-07-10",
                "December 31 | 2028-01-01 | 2028-12-31",
                "December 31 | 2028-01-15 | 2028-12-31",
                "November 2 | 2028-01-01 | 2028-11-02",
                "February 29 | 2028-03-01 | 2029-02-28",
                "February 29 | 2027-03-05 | 2028-02-29",
            })
    void askForTheYearWhenTheyHaveJustPassed(String text, LocalDate today, LocalDate next) {
        assertThat(Dates.nextIfJustPassed(text, today)).contains(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "July 10 | 2027-07-10",
                "July 10 | 2027-07-09",
                "July 10 | 2027-09-09",
                "January 1 | 2027-12-31",
                "January 1 | 2027-01-01",
                "November 1 | 2028-01-01",
                "July 10, 2027 | 2027-07-11",
                "2027-07-10 | 2027-07-11",
                "2028-07-10 | 2027-07-11",
                "soon | 2027-07-11",
            })
    void needNoYearOtherwise(String text, LocalDate today) {
        assertThat(Dates.nextIfJustPassed(text, today)).isEmpty();
    }

    @Test
    void areReadAgainAsTheyAreShown() {
        assertThat(Dates.parse(Dates.format(TODAY), TODAY)).contains(TODAY);
    }

    @Test
    void readWellInTheMiddleOfASentence() {
        assertThat(Dates.formatRange(new DateRange(TODAY, TODAY))).isEqualTo("on July 10, 2027");
        assertThat(Dates.formatRange(new DateRange(TODAY.minusDays(9), TODAY)))
                .isEqualTo("from July 1 to July 10, 2027");
        assertThat(Dates.formatRange(
                        new DateRange(TODAY.withMonth(12), TODAY.plusYears(1).withMonth(1))))
                .isEqualTo("from December 10, 2027 to January 10, 2028");
    }

    @Test
    void endWhenTheNextOneBeginsInUtc() {
        assertThat(Dates.formatEnd(LocalDate.of(1970, 1, 1))).isEqualTo("<t:86400:R>");
    }
}
