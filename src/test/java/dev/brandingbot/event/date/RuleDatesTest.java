package dev.brandingbot.event.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.RandomEvents;
import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.event.date.rule.RandomRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDatesTest {
    @ParameterizedTest
    @CsvSource({
        "Easter to Easter,                                  2027, 2027-03-28, 2027-03-28",
        "Easter - 2 days to Easter + 1 day,                 2027, 2027-03-26, 2027-03-29",
        "Easter for 5 days,                                 2027, 2027-03-28, 2027-04-01",
        "first Saturday of May for 1 day,                   2027, 2027-05-01, 2027-05-01",
        "Ramadan to Eid al-Fitr - 1 day,                    2027, 2027-02-08, 2027-03-08",
        "Hanukkah for 8 days,                               2027, 2027-12-25, 2028-01-01",
        "December 20 to first Sunday of January,            2027, 2027-12-20, 2028-01-02",
        "last Friday of November to December 24,            2027, 2027-11-26, 2027-12-24",
        "July 10 2027 to July 16,                           2027, 2027-07-10, 2027-07-16",
        "December 30 2027 to January 2,                     2027, 2027-12-30, 2028-01-02",
        "July 10 2027 to July 16 2027,                      2027, 2027-07-10, 2027-07-16",
        "February 25 for 5 days,                            2027, 2027-02-25, 2027-03-01",
        "February 25 for 5 days,                            2028, 2028-02-25, 2028-02-29",
    })
    void lastsFromStartToFirstEndAfterIt(String text, int year, LocalDate first, LocalDate last) {
        var dates = dates(text);

        assertThat(dates.occurrencesStartingIn(year)).containsExactly(new DateRange(first, last));
        assertThat(dates.occurrenceOn(first)).contains(new DateRange(first, last));
        assertThat(dates.occurrenceOn(last)).contains(new DateRange(first, last));
        assertThat(dates.occurrenceOn(first.minusDays(1))).isEmpty();
        assertThat(dates.occurrenceOn(last.plusDays(1))).isEmpty();
        assertThat(dates.nextOccurrence(first.minusDays(20))).contains(new DateRange(first, last));
        assertThat(dates.isYearly()).isFalse();
    }

    @Test
    void mayOccurTwiceInOneYear() {
        var dates = dates("Ramadan for 3 days");

        assertThat(dates.occurrencesStartingIn(2030))
                .containsExactly(range("2030-01-05", "2030-01-07"), range("2030-12-26", "2030-12-28"));
        assertThat(dates.occurrenceOn(day("2030-12-27"))).contains(range("2030-12-26", "2030-12-28"));
        assertThat(dates.nextOccurrence(day("2030-01-08"))).contains(range("2030-12-26", "2030-12-28"));
    }

    @ParameterizedTest
    @CsvSource({
        "July 10 for 7 days, July 10 to July 16",
        "July 10 for 1 day, July 10 to July 10",
        "December 30 for 4 days, December 30 to January 2",
        "July 10 to July 16, July 10 to July 16",
    })
    void isYearlyIfDatesNeverMove(String text, String yearly) {
        var dates = dates(text);

        assertThat(dates).isInstanceOf(YearlyDates.class).isEqualTo(dates(yearly));
        assertThat(dates.isYearly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Easter",
                "Easter to",
                "Easter for",
                "Easter for 0 days",
                "Easter for 367 days",
                "Easter to 5 days",
                "Easter for Easter",
                "Eastr to Easter",
                "2027: Easter",
                "otherwise Easter to Easter",
                "; otherwise Easter to Easter",
                "2027: July 10 to July 12; otherwise Easter",
                "2027: July 10 to July 12; 2028",
            })
    void rejectsInvalidText(String text) {
        assertThat(EventDates.parse(text)).isEmpty();
    }

    @Test
    void describesDates() {
        assertThat(List.of(
                        "Easter to Easter",
                        "Easter for 1 day",
                        "Easter for 5 days",
                        "Easter - 2 days to Easter + 1 day",
                        "first Saturday of May for 1 day",
                        "July 10 2027 to July 10 2027",
                        "July 10 2027 to July 16",
                        "December 30 2027 for 4 days",
                        "2027: October 29 to October 31; otherwise Easter to Easter",
                        "2027: October 29 to October 31"))
                .extracting(text -> dates(text).describe())
                .containsExactly(
                        "Easter",
                        "Easter",
                        "Easter, for 5 days",
                        "2 days before Easter – 1 day after Easter",
                        "the first Saturday of May",
                        "July 10, 2027",
                        "July 10 – July 16, 2027",
                        "December 30, 2027 – January 2, 2028",
                        "Easter",
                        "days set for each year");
    }

    @Test
    void hasNoDateAfterTableEnds() {
        assertThat(dates("Diwali for 5 days").yearsMissing(2034, 2037)).containsExactly(2036, 2037);
        assertThat(dates("Holi - 1 day to Holi").yearsMissing(2034, 2037)).containsExactly(2036, 2037);
        assertThat(dates("October 1 to Diwali").yearsMissing(2034, 2037)).containsExactly(2036, 2037);
        assertThat(dates("2036: October 18; otherwise Diwali for 5 days").yearsMissing(2034, 2037))
                .containsExactly(2037);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "July 10 to July 16",
                "July 10 2027 to July 16 2027",
                "Easter for 5 days",
                "Eid al-Fitr for 3 days",
                "10 Tevet for 1 day",
                "2027: July 10; otherwise Easter for 1 day",
            })
    void reportsNoMissingYearIfNoneIsNeeded(String text) {
        assertThat(dates(text).yearsMissing(2000, 2076)).isEmpty();
    }

    @Test
    void findsStartWithoutEnd() {
        assertThat(rules("Easter to Easter - 2 days").firstStartWithoutEnd()).isPresent();
        assertThat(rules("July 16 2027 to July 10 2027").firstStartWithoutEnd()).contains(day("2027-07-16"));
        assertThat(rules("Holi to Diwali").firstStartWithoutEnd()).isEmpty();
        assertThat(rules("Easter to Easter + 1 day").firstStartWithoutEnd()).isEmpty();
    }

    @Test
    void listedDatesOverrideRule() {
        var dates = dates("2027: December 30 to January 2; 2029: May 1; otherwise Easter for 2 days");

        assertThat(dates.occurrencesStartingIn(2027)).containsExactly(range("2027-12-30", "2028-01-02"));
        assertThat(dates.occurrencesStartingIn(2028)).containsExactly(range("2028-04-16", "2028-04-17"));
        assertThat(dates.occurrencesStartingIn(2029)).containsExactly(range("2029-05-01", "2029-05-01"));
        assertThat(dates.occurrenceOn(day("2027-03-28"))).isEmpty();
        assertThat(dates.occurrenceOn(day("2028-01-01"))).contains(range("2027-12-30", "2028-01-02"));
        assertThat(dates.nextOccurrence(day("2028-01-03"))).contains(range("2028-04-16", "2028-04-17"));
    }

    @Test
    void reportsYearsMissingFromTable() {
        var dates = dates("2027: October 29 to October 31; 2029: November 5");

        assertThat(dates.yearsMissing(2025, 2031)).containsExactly(2028, 2030, 2031);
        assertThat(dates.occurrencesStartingIn(2028)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027, October 29,                 2027-10-29, 2027-10-29",
        "2027, october 29 - October  31,   2027-10-29, 2027-10-31",
        "2027, October 29 – October 31,    2027-10-29, 2027-10-31",
        "2027, October 29 to October 31,   2027-10-29, 2027-10-31",
        "2027, October 29 - 31,            2027-10-29, 2027-10-31",
        "2027, October 29-31,              2027-10-29, 2027-10-31",
        "2027, December 30 - January 2,    2027-12-30, 2028-01-02",
        "2028, February 29,                2028-02-29, 2028-02-29",
        "2027, December 30 - February 29,  2027-12-30, 2028-02-29",
    })
    void parsesListedDays(int year, String text, LocalDate first, LocalDate last) {
        assertThat(ListedDates.parseDays(year, text)).contains(new DateRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "2027, ''",
        "2027, Easter",
        "2027, February 29",
        "2027, October 29 -",
        "2027, - October 29",
        "2027, October 29 - 32",
        "2027, October 29 - October 30 - October 31",
        "2027, October 29 2027",
        "1969, October 29",
        "2201, October 29",
    })
    void rejectsInvalidListedDays(int year, String text) {
        assertThat(ListedDates.parseDays(year, text)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundTripsAsText(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 20; i++) {
            var dates = random(random);

            assertThat(EventDates.parse(dates.asText()))
                    .as("seed %d: %s", seed, dates.asText())
                    .contains(dates);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void occurrencesAreSortedAndFound(long seed) {
        var random = new Random(seed);
        var dates = random(random);

        var runs = IntStream.rangeClosed(2019, 2034)
                .boxed()
                .flatMap(year -> dates.occurrencesStartingIn(year).stream())
                .toList();

        assertThat(runs)
                .as("seed %d: %s", seed, dates.asText())
                .isSortedAccordingTo((one, other) -> one.first().compareTo(other.first()))
                .allSatisfy(run -> {
                    assertThat(run.lengthInDays()).isBetween(1L, (long) EventDates.MAX_DAYS);
                    assertThat(dates.occurrenceOn(run.first())).isPresent();
                    assertThat(dates.occurrenceOn(run.last())).isPresent();
                    assertThat(dates.nextOccurrence(run.first()).orElseThrow().first())
                            .isBeforeOrEqualTo(run.first());
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsNoOtherOccurrence(long seed) {
        var random = new Random(seed);
        var dates = random(random);
        var runs = new ArrayList<DateRange>();
        IntStream.rangeClosed(2025, 2029).forEach(year -> runs.addAll(dates.occurrencesStartingIn(year)));

        assertThat(day("2027-01-01").datesUntil(day("2029-01-01")))
                .as("seed %d: %s", seed, dates.asText())
                .allSatisfy(day -> assertThat(dates.occurrenceOn(day).isPresent())
                        .isEqualTo(runs.stream().anyMatch(run -> run.contains(day))));
    }

    private static EventDates random(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> EventDates.of(RandomRules.once(random), new EventEnd.AfterDays(1 + random.nextInt(366)));
            case 1 -> EventDates.of(RandomRules.rule(random), new EventEnd.Until(RandomRules.rule(random)));
            case 2 -> listed(random, Optional.of(RandomEvents.dates(random)));
            case 3 -> listed(random, Optional.empty());
            default -> EventDates.of(RandomRules.rule(random), new EventEnd.AfterDays(1 + random.nextInt(40)));
        };
    }

    private static EventDates listed(Random random, Optional<EventDates> otherwise) {
        var byYear = new TreeMap<Integer, DateRange>();
        for (var i = 0; i <= random.nextInt(5); i++) {
            var first = day("2024-01-01").plusDays(random.nextInt(4_000));
            byYear.put(first.getYear(), new DateRange(first, first.plusDays(random.nextInt(300))));
        }
        return new ListedDates(byYear, otherwise);
    }

    private static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static EventDates dates(String text) {
        return EventDates.parse(text).orElseThrow();
    }

    private static RuleDates rules(String text) {
        var parts = text.split(" to ", 2);
        return new RuleDates(
                DateRule.parse(parts[0]).orElseThrow(),
                new EventEnd.Until(DateRule.parse(parts[1]).orElseThrow()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static DateRange range(String first, String last) {
        return new DateRange(day(first), day(last));
    }
}
