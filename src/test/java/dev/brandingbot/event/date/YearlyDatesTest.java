package dev.brandingbot.event.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.RandomEvents;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearlyDatesTest {
    @ParameterizedTest
    @CsvSource({
        "January 1, --01-01",
        "July 10, --07-10",
        "july 10, --07-10",
        "JULY 10, --07-10",
        "jUlY 10, --07-10",
        "July 01, --07-01",
        "'  July \t  1  ', --07-01",
        "February 29, --02-29",
        "May 31, --05-31",
        "September 30, --09-30",
        "December 31, --12-31",
    })
    void parsesDay(String text, MonthDay day) {
        assertThat(YearlyDates.parseDay(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "July",
                "10",
                "10 July",
                "Jul 10",
                "July 0",
                "July -1",
                "July 32",
                "June 31",
                "February 30",
                "July 10th",
                "July 10 2027",
                "July10",
                "Juli 10",
                "07-10",
                "2027-07-10",
                "July 1o",
                "July 99999999999",
            })
    void rejectsInvalidText(String text) {
        assertThat(YearlyDates.parseDay(text)).isEmpty();
    }

    @Test
    void lastsFromFirstToLastDay() {
        var dates = dates("July 10", "July 16");

        assertThat(dates.occurrencesStartingIn(2027)).containsExactly(range("2027-07-10", "2027-07-16"));
        assertThat(dates.occurrenceOn(day("2027-07-09"))).isEmpty();
        assertThat(dates.occurrenceOn(day("2027-07-10"))).contains(range("2027-07-10", "2027-07-16"));
        assertThat(dates.occurrenceOn(day("2027-07-16"))).contains(range("2027-07-10", "2027-07-16"));
        assertThat(dates.occurrenceOn(day("2027-07-17"))).isEmpty();
    }

    @Test
    void spansNewYear() {
        var dates = dates("December 30", "January 2");

        assertThat(dates.occurrencesStartingIn(2027)).containsExactly(range("2027-12-30", "2028-01-02"));
        assertThat(dates.occurrenceOn(day("2028-01-02"))).contains(range("2027-12-30", "2028-01-02"));
        assertThat(dates.occurrenceOn(day("2028-01-03"))).isEmpty();
        assertThat(dates.nextOccurrence(day("2028-01-03"))).contains(range("2028-12-30", "2029-01-02"));
    }

    @Test
    void lastsOneDayIfStartEqualsEnd() {
        var dates = dates("April 22", "April 22");

        assertThat(dates.occurrencesStartingIn(2027)).containsExactly(range("2027-04-22", "2027-04-22"));
        assertThat(dates.describe()).isEqualTo("April 22");
    }

    @Test
    void movesLeapDayInCommonYears() {
        var leapDay = dates("February 29", "February 29");

        assertThat(leapDay.occurrencesStartingIn(2027)).containsExactly(range("2027-02-28", "2027-02-28"));
        assertThat(leapDay.occurrencesStartingIn(2028)).containsExactly(range("2028-02-29", "2028-02-29"));
        assertThat(leapDay.occurrencesStartingIn(2100)).containsExactly(range("2100-02-28", "2100-02-28"));
        assertThat(leapDay.occurrenceOn(day("2028-02-28"))).isEmpty();
        assertThat(dates("February 20", "February 29").occurrencesStartingIn(2027))
                .containsExactly(range("2027-02-20", "2027-02-28"));
        assertThat(dates("February 28", "February 29").occurrencesStartingIn(2028))
                .containsExactly(range("2028-02-28", "2028-02-29"));
    }

    @Test
    void nextOccurrenceIncludesDayItself() {
        var dates = dates("July 10", "July 16");

        assertThat(dates.nextOccurrence(day("2027-07-09"))).contains(range("2027-07-10", "2027-07-16"));
        assertThat(dates.nextOccurrence(day("2027-07-16"))).contains(range("2027-07-10", "2027-07-16"));
        assertThat(dates.nextOccurrence(day("2027-07-17"))).contains(range("2028-07-10", "2028-07-16"));
    }

    @Test
    void describesDates() {
        assertThat(dates("july 01", "JULY  16").describe()).isEqualTo("July 1 – July 16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "July 10 to", "July 10 to July 32", " to ", "July 10 - July 16", "fallback"})
    void parseRejectsInvalidText(String text) {
        assertThat(EventDates.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundTripsAsText(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 200; i++) {
            var dates = RandomEvents.dates(random);

            assertThat(EventDates.parse(dates.asText())).isEqualTo(Optional.of(dates));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void occurrencesMatchModel(long seed) {
        var random = new Random(seed);
        var dates = RandomEvents.dates(random);
        var commonAndLeapYears =
                Stream.iterate(day("2026-12-30"), day -> day.plusDays(1)).limit(3 * 366);

        assertThat(commonAndLeapYears)
                .as("seed %d: %s", seed, dates.asText())
                .allSatisfy(day -> assertThat(dates.occurrenceOn(day).isPresent())
                        .as(day.toString())
                        .isEqualTo(RandomEvents.walk(dates, day).isPresent()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nextOccurrenceMatchesModel(long seed) {
        var random = new Random(seed);
        var dates = RandomEvents.dates(random);
        var day = day("2026-01-01").plusDays(random.nextInt(2_000));

        var next = dates.nextOccurrence(day).orElseThrow();

        var walked = day;
        while (RandomEvents.walk(dates, walked).isEmpty()) {
            walked = walked.plusDays(1);
        }
        assertThat(next.contains(walked))
                .as("seed %d: %s from %s", seed, dates.asText(), day)
                .isTrue();
        assertThat(next.last()).isAfterOrEqualTo(day);
    }

    private static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static YearlyDates dates(String start, String end) {
        return new YearlyDates(
                YearlyDates.parseDay(start).orElseThrow(),
                YearlyDates.parseDay(end).orElseThrow());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static DateRange range(String first, String last) {
        return new DateRange(day(first), day(last));
    }
}
