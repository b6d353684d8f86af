package dev.brandingbot.repository.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.date.rule.DateRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hint names the day that the writer meant, or no day. */
class DateSuggestionTest {
    private static final String NO_SUGGESTION =
            "Write a month and a day (`July 10`), a rule (`first Saturday of May`) or a holiday (`Easter`).";
    private static final Pattern SUGGESTION = Pattern.compile("`([^`]+)`");
    private static final int FIRST = 2026;
    private static final int LAST = 2034;

    /** What may stand around a date and changes the day that is meant, or makes it one that nobody knows. */
    private static final List<String> SURROUNDINGS = List.of(
            "week of %s",
            "around %s",
            "%s weekend",
            "before %s",
            "after %s",
            "until %s",
            "%s eve",
            "eve of %s",
            "%s (observed)",
            "Monday after %s",
            "first Monday after %s",
            "the Sunday before %s",
            "weekday nearest %s",
            "every %s",
            "every second %s",
            "%s at noon",
            "%s 12:00",
            "not %s",
            "%s + 1 month",
            "%s + 2 fortnights",
            "mid %s",
            "end of %s",
            "%s - July 16",
            "%s to 16",
            "%s-16 July",
            "%s, 27",
            "%s '27",
            "%s 2500",
            "%s or so",
            "2 %s",
            "%s 3 4",
            "second last %s",
            "%s Monday off",
            "Thursday or Friday, %s",
            "2 years after %s",
            "3 days after the day after %s",
            "%s in leap years",
            "%s BC",
            "old %s",
            "Little %s",
            "Orthodox %s Monday",
            "%s of Esther");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4th Thursday of November      | fourth Thursday of November",
                "the 4th Thursday in November  | fourth Thursday of November",
                "4th thurs. of Nov             | fourth Thursday of November",
                "2nd Sunday May                | second Sunday of May",
                "last monday of may 2027       | May 31 2027",
                "Easter 2027                   | March 28 2027",
                "Ramadan 2027                  | February 8 2027",
                "day after Easter              | Easter + 1 day",
                "the day before Diwali         | Diwali - 1 day",
                "2 weeks before Hanukkah       | Hanukkah - 14 days",
                "3 days after July 4th         | July 4 + 3 days",
                "1st of Shawwal                | 1 Shawwal",
                "Shawwal 1st                   | 1 Shawwal",
                "Ramadan 27                    | 27 Ramadan",
                "10-Jul                        | July 10",
                "10. July                      | July 10",
                "2027/07/10                    | July 10 2027",
                "25/7                          | July 25",
                "7/7                           | July 7",
                "Saturday, July 10 2027        | July 10 2027",
                "Octobre 3                     | October 3",
                "Dezember 6                    | December 6",
                "day before January 5 2027     | January 5 2027 - 1 day",
                "July\u00a01\u00b0             | ",
            })
    void suggestsIntendedDay(String text, String day) {
        assertThat(hints(text).stream().findFirst()).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanksgiving",
                "Thanksgiving 2026",
                "day after Thanksgiving",
                "Black Friday",
                "Memorial Day",
                "Mother's Day",
                "Easter Monday",
                "Easter Saturday",
                "Holy Saturday",
                "Orthodox Easter Monday",
                "Easter 2",
                "Easter eggs",
                "Esther",
                "Eid",
                "Eid al",
                "New Year",
                "New Year's Eve",
                "Lunar New Year's Eve",
                "Islamic New Year",
                "Iranian New Year",
                "Chinese",
                "Orthodox",
                "Greek",
                "Spring",
                "Winter solstice",
                "Holiday",
                "1 Adar I",
                "14 Adar III",
                "1 Rabi",
                "5 Rabi 2",
                "1 Jumada",
                "1 Sha",
                "1 day",
                "5 days",
                "2 weeks",
                "a week",
                "Marathon 5",
                "Mayday 3",
                "Mary 3",
                "Mai 5",
                "Jule 5",
                "Juny 5",
                "Tursday of May",
                "first Tursday of May",
                "first Sonday of May",
                "sixth Sunday of May",
                "fifth Sunday of May 2028",
                "2nd last Monday of May",
                "last day of May",
                "first of May weekend",
                "first weekend of May",
                "July 10 - 16",
                "July 10-16",
                "July 10 to 16",
                "10-12 July",
                "1 Shawwal - 3",
                "first Monday of May - 3",
                "July",
                "July 2027",
                "Thursday, July 10 2027",
                "Saturday, July 10",
                "07-10",
                "7/10",
                "7/10/2027",
                "10.7.",
                "10.7.2027",
                "July 10 27",
                "July 10 2500",
                "2500-07-10",
                "2027-07-10T00:00",
                "July 1 0",
                "week 27",
                "Q3",
                "tomorrow",
                "TBA",
                "+",
                "- 2 days",
            })
    void suggestsNothingIfAmbiguous(String text) {
        assertThat(DateSuggestion.problem("start_date", text)).endsWith(" " + NO_SUGGESTION);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverSuggestsAnotherDayForTypos(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 50; i++) {
            var meant = Meant.random(random);
            for (var text : meant.writtenWithSlips(random)) {
                check(seed, text, Optional.of(meant.rule));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void suggestsNothingForSurroundedDates(long seed) {
        var random = new Random(seed);

        for (var i = 0; i < 5; i++) {
            var meant = Meant.random(random);
            var day = pick(random, meant.written);
            for (var surrounding : SURROUNDINGS) {
                check(seed, surrounding.formatted(day), Optional.empty());
            }
            check(seed, "day after " + day, shifted(meant, " + 1 day"));
            check(seed, "the day before " + day, shifted(meant, " - 1 day"));
            check(seed, "3 weeks before " + day, shifted(meant, " - 3 weeks"));
        }
    }

    @Test
    void acceptsAnyText() {
        var random = new Random(1);
        var pieces = List.of(
                "first", "1st", "4th", "of", "May", "Easter", "+", "-", "2", "days", "after", "10", "2027", "Adar",
                "the");

        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            IntStream.range(0, 1 + random.nextInt(6))
                    .forEach(j -> text.append(pick(random, pieces)).append(' '));

            for (var hint : hints(text.toString())) {
                assertThat(DateRule.parse(hint))
                        .as("\"%s\" gets the hint \"%s\"", text, hint)
                        .isPresent();
            }
        }
    }

    private static Optional<DateRule> shifted(Meant meant, String shift) {
        return DateRule.parse(meant.rule.asText() + shift);
    }

    /** Every day that is named is that of {@code meant}, in all years, or in the one that is meant. */
    private static void check(long seed, String text, Optional<DateRule> meant) {
        if (DateRule.parse(text).isPresent()) {
            assertThat(meant.isEmpty() || isSame(DateRule.parse(text).orElseThrow(), meant.get()))
                    .as("seed %d: \"%s\" is read", seed, text)
                    .isTrue();
            return;
        }
        for (var hint : hints(text)) {
            assertThat(meant.filter(it -> isSame(DateRule.parse(hint).orElseThrow(), it)))
                    .as("seed %d: \"%s\" gets the hint \"%s\"", seed, text, hint)
                    .isPresent();
        }
    }

    private static boolean isSame(DateRule named, DateRule meant) {
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(year -> !meant.isOneOff() || !meant.datesIn(year).isEmpty())
                .allMatch(year -> named.datesIn(year).equals(meant.datesIn(year)));
    }

    private static List<String> hints(String text) {
        var hints = new ArrayList<String>();
        var problem = DateSuggestion.problem("start_date", text);
        if (!problem.contains(NO_SUGGESTION)) {
            var found = SUGGESTION.matcher(problem);
            while (found.find()) {
                hints.add(found.group(1));
            }
        }
        return hints;
    }

    private static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /**
     * A day, and ways in which people write it.
     *
     * @param rule the day
     * @param written the ways
     */
    private record Meant(DateRule rule, List<String> written) {
        private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th");
        private static final List<String> COUNTS = List.of("first", "second", "third", "fourth", "last");
        private static final List<String> HOLIDAYS = List.of(
                "Easter",
                "Orthodox Easter",
                "Eid al-Fitr",
                "Eid al-Adha",
                "Ramadan",
                "Diwali",
                "Holi",
                "Lunar New Year",
                "Chinese New Year",
                "Rosh Hashanah",
                "Hanukkah",
                "Nowruz");
        private static final List<String> MONTHS = List.of(
                "Shawwal",
                "Ramadan",
                "Muharram",
                "Rabi al-Awwal",
                "Nisan",
                "Tishri",
                "Kislev",
                "Farvardin",
                "Mehr",
                "Adar");

        static Meant random(Random random) {
            return switch (random.nextInt(5)) {
                case 0 -> date(LocalDate.of(FIRST, 1, 1).plusDays(random.nextInt(365)));
                case 1 -> once(LocalDate.of(FIRST, 1, 1).plusDays(random.nextInt(2000)));
                case 2 -> weekday(random);
                case 3 -> holiday(pick(random, HOLIDAYS));
                default -> calendarDay(1 + random.nextInt(29), pick(random, MONTHS));
            };
        }

        private static Meant date(LocalDate day) {
            var month = name(day.getMonth());
            var d = day.getDayOfMonth();
            var nth = d + suffix(d);
            return new Meant(
                    rule(month + " " + d),
                    List.of(
                            month.substring(0, 3) + " " + d,
                            month + " " + nth,
                            d + " " + month,
                            nth + " of " + month,
                            "the " + nth + " of " + month,
                            month + " the " + nth,
                            d + "-" + month.substring(0, 3),
                            d + ". " + month,
                            "on " + month + " " + d,
                            month + ", " + d));
        }

        private static Meant once(LocalDate day) {
            var yearly = date(day);
            var written = new ArrayList<>(List.of(
                    day.toString(),
                    day.toString().replace('-', '/'),
                    name(day.getDayOfWeek()) + ", " + yearly.rule.asText() + ", " + day.getYear(),
                    day.getYear() + " " + yearly.rule.asText()));
            yearly.written.forEach(date -> written.add(date + ", " + day.getYear()));
            return new Meant(rule(yearly.rule.asText() + " " + day.getYear()), written);
        }

        private static Meant weekday(Random random) {
            var which = random.nextInt(COUNTS.size());
            var weekday = name(pick(random, List.of(DayOfWeek.values())));
            var month = name(pick(random, List.of(Month.values())));
            var written = new ArrayList<String>();
            for (var count :
                    which < ORDINALS.size() ? List.of(COUNTS.get(which), ORDINALS.get(which)) : List.of("last")) {
                written.add(count + " " + weekday + " of " + month);
                written.add("the " + count + " " + weekday + " in " + month);
                written.add(count + " " + weekday + " " + month);
                written.add(count + " " + weekday.substring(0, 3) + ". of " + month.substring(0, 3) + ".");
            }
            return new Meant(rule(COUNTS.get(which) + " " + weekday + " of " + month), written);
        }

        private static Meant holiday(String name) {
            return new Meant(rule(name), List.of(name, name.toUpperCase(Locale.ROOT), name.replace('-', ' ')));
        }

        private static Meant calendarDay(int day, String month) {
            return new Meant(
                    rule(day + " " + month),
                    List.of(
                            day + " " + month,
                            month + " " + day,
                            day + suffix(day) + " of " + month,
                            day + suffix(day) + " " + month));
        }

        /** As it is, and with a letter left out, doubled, changed or exchanged with the next one in a word that stays recognizable. */
        List<String> writtenWithSlips(Random random) {
            var texts = new ArrayList<>(written);
            written.forEach(text -> {
                var words = text.split(" ", -1);
                var at = random.nextInt(words.length);
                if (words[at].matches("\\p{Alpha}{5,}")) {
                    words[at] = slip(random, words[at]);
                    texts.add(String.join(" ", words));
                }
            });
            return texts;
        }

        private static String slip(Random random, String word) {
            var at = random.nextInt(word.length() - 1);
            var rest = word.substring(at + 1);
            return word.substring(0, at)
                    + switch (random.nextInt(4)) {
                        case 0 -> rest;
                        case 1 -> word.substring(at, at + 1).repeat(2) + rest;
                        case 2 -> (char) ('a' + random.nextInt(26)) + rest;
                        default -> rest.substring(0, 1) + word.charAt(at) + rest.substring(1);
                    };
        }

        private static String suffix(int day) {
            return day / 10 == 1 || day % 10 == 0 || day % 10 > 3
                    ? "th"
                    : List.of("st", "nd", "rd").get(day % 10 - 1);
        }

        private static String name(Month month) {
            return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        private static String name(DayOfWeek weekday) {
            return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        private static DateRule rule(String text) {
            return DateRule.parse(text).orElseThrow();
        }
    }
}
