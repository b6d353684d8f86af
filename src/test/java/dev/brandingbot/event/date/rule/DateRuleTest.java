package dev.brandingbot.event.date.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRuleTest {
    @ParameterizedTest
    @CsvSource({
        "July 10,                            July 10",
        "july  07,                           July 7",
        "July 10 2027,                       July 10 2027",
        "'  july  10   2027 ',               July 10 2027",
        "February 29 2028,                   February 29 2028",
        "first Saturday of May,              first Saturday of May",
        "First SATURDAY in  may,             first Saturday of May",
        "last friday of november,            last Friday of November",
        "last Friday of November + 3 days,   last Friday of November + 3 days",
        "easter,                             Easter",
        "Easter Sunday,                      Easter",
        "Easter - 2 days,                    Easter - 2 days",
        "Easter -2 days,                     Easter - 2 days",
        "easter+1 day,                       Easter + 1 day",
        "Easter + 7 weeks,                   Easter + 49 days",
        "Easter − 2 days,                    Easter - 2 days",
        "Easter + 0 days,                    Easter",
        "Orthodox Easter,                    Orthodox Easter",
        "Eid al-Fitr,                        Eid al-Fitr",
        "eid ul fitr,                        Eid al-Fitr",
        "Eid al-Fitr - 1 day,                Eid al-Fitr - 1 day",
        "Chinese New Year,                   Lunar New Year",
        "Deepavali,                          Diwali",
        "Chanukah,                           Hanukkah",
        "Norouz,                             Nowruz",
        "Nowrūz,                             Nowruz",
        "1 Shawwal,                          1 Shawwal",
        "10 Dhul-Hijjah,                     10 Dhu al-Hijjah",
        "15 nisan,                           15 Nisan",
        "14 Adar II,                         14 Adar",
        "1 Farvardin,                        1 Farvardin",
        "31 Tir,                             31 Tir",
    })
    void parsesEveryForm(String text, String canonical) {
        assertThat(DateRule.parse(text)).map(DateRule::asText).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Easter Monday",
                "Easter 2",
                "Easter + 2",
                "Easter - + 2 days",
                "Easter + 1 day + 1 day",
                "Easter + 366 days",
                "Easter + 99 weeks",
                "Easter + 1000 days",
                "February 29 2027",
                "July 10 1969",
                "July 10 2201",
                "July 10, 2027",
                "July 10 27",
                "fifth Saturday of May",
                "first Saturday",
                "first Saturday of Mai",
                "first May of Saturday",
                "0 Shawwal",
                "31 Shawwal",
                "Shawwal 1",
                "10 July",
                "+ 2 days",
                "start_date + 4 days",
            })
    void rejectsInvalidText(String text) {
        assertThat(DateRule.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "first Saturday of May,            2027, 2027-05-01",
        "first Saturday of May,            2028, 2028-05-06",
        "second Sunday of May,             2027, 2027-05-09",
        "third Thursday of November,       2027, 2027-11-18",
        "fourth Thursday of November,      2027, 2027-11-25",
        "last Friday of November,          2027, 2027-11-26",
        "last Friday of November + 3 days, 2027, 2027-11-29",
        "last Monday of May,               2026, 2026-05-25",
        "Easter - 2 days,                  2027, 2027-03-26",
        "Easter + 7 weeks,                 2027, 2027-05-16",
        "December 30 + 5 days,             2027, 2027-01-04",
        "January 2 - 5 days,               2027, 2027-12-28",
        "December 31 + 365 days,           2027, 2027-12-31",
        "January 1 - 365 days,             2027, 2027-01-01",
        "1 Muharram,                       2025, 2025-06-26",
        "10 Muharram,                      2024, 2024-07-16",
        "15 Nisan,                         2027, 2027-04-22",
        "14 Adar,                          2027, 2027-03-23",
        "14 Adar,                          2026, 2026-03-03",
        "10 Tishri,                        2026, 2026-09-21",
        "1 Mehr,                           2026, 2026-09-23",
        "30 Azar,                          2026, 2026-12-21",
        "February 29,                      2027, 2027-02-28",
        "July 10 2027,                     2027, 2027-07-10",
    })
    void yieldsExpectedDate(String text, int year, LocalDate day) {
        assertThat(DateRule.parse(text).orElseThrow().datesIn(year)).containsExactly(day);
    }

    @Test
    void mayOccurTwiceOrNeverInYear() {
        assertThat(rule("Ramadan").datesIn(2030)).containsExactly(day("2030-01-05"), day("2030-12-26"));
        assertThat(rule("10 Tevet").datesIn(2019)).isEmpty();
        assertThat(rule("10 Tevet").datesIn(2020)).containsExactly(day("2020-01-07"), day("2020-12-25"));
        assertThat(rule("July 10 2027").datesIn(2028)).isEmpty();
    }

    @Test
    void usesLastDayOfShorterMonth() {
        // Ramadan had 29 days in 1442 and 30 in 1441; Esfand has 30 days only in leap years.
        assertThat(rule("30 Ramadan").datesIn(2021)).containsExactly(day("2021-05-12"));
        assertThat(rule("30 Ramadan").datesIn(2020)).containsExactly(day("2020-05-23"));
        assertThat(rule("30 Esfand").datesIn(2025)).containsExactly(day("2025-03-20"));
        assertThat(rule("30 Esfand").datesIn(2026)).containsExactly(day("2026-03-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "Eastr,                       Easter",
        "Eastr - 2 days,              Easter - 2 days",
        "Easter - 2,                  Easter - 2 days",
        "Eid al-Fitra,                Eid al-Fitr",
        "Hanukka,                     Hanukkah",
        "Divaly,                      Diwali",
        "Ramadam + 3 days,            Ramadan + 3 days",
        "1 Shawall,                   1 Shawwal",
        "1 Farvardeen,                1 Farvardin",
        "frist Saturday of May,       first Saturday of May",
        "1st Sat of May,              first Saturday of May",
        "last Firday in Novembr,      last Friday of November",
        "fifth Sunday of May,         last Sunday of May",
    })
    void suggestsIntendedRule(String text, String meant) {
        assertThat(DateRule.suggestion(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "12", "99-99", "July", "tomorrow", "whenever we like", "1 x", "+"})
    void suggestsNothingForUnknownText(String text) {
        assertThat(DateRule.suggestion(text)).isEmpty();
    }

    @Test
    void describesRule() {
        assertThat(List.of(
                        "July 10", "Easter", "Easter - 2 days", "first Saturday of May", "last Friday of May + 1 day"))
                .extracting(text -> rule(text).describe())
                .containsExactly(
                        "July 10",
                        "Easter",
                        "2 days before Easter",
                        "the first Saturday of May",
                        "1 day after the last Friday of May");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundTripsAndYieldsSortedDates(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 20; i++) {
            var rule = RandomRules.rule(random);
            var year = 1970 + random.nextInt(200);

            assertThat(DateRule.parse(rule.asText())).as("seed %d", seed).contains(rule);
            assertThat(rule.datesIn(year))
                    .as("seed %d: %s in %d", seed, rule.asText(), year)
                    .isSorted()
                    .allMatch(day -> day.getYear() == year);
        }
    }

    @Test
    void everySpellingIsUnique() {
        assertThat(Holiday.BY_KEY).hasSizeGreaterThan(Holiday.values().length).containsValues(Holiday.values());
        assertThat(NonGregorianMonth.BY_KEY.values()).containsAll(Arrays.asList(NonGregorianMonth.values()));
    }

    private static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private static DateRule rule(String text) {
        return DateRule.parse(text).orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
