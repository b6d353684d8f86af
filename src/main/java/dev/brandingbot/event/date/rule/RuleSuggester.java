package dev.brandingbot.event.date.rule;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Suggests the rule that an invalid text most likely means. Suggests nothing unless all words are understood and only
 * one rule matches, because a wrong suggestion is worse than none.
 */
final class RuleSuggester {
    /** Longer texts are not misspelled names. */
    private static final int MAX_LENGTH = 60;

    private static final Map<String, String> NUMBERS =
            Map.of("1st", "first", "2nd", "second", "3rd", "third", "4th", "fourth", "5th", "last", "fifth", "last");

    private static final Pattern BEFORE_OR_AFTER =
            Pattern.compile("(?i)(?:the )?(?:(\\d{1,3}|an?|one) (day|week)s?|(day)) (before|after) (.+)");
    private static final Pattern WITHOUT_OF = Pattern.compile("(\\w+) (\\w+) (\\w+)");
    private static final Pattern WITH_YEAR = Pattern.compile("(.+?),? (?:of |in )?(\\d{4})");
    private static final String MONTH = "(\\p{L}[\\p{L}\\p{M}'\u2019 -]*\\p{L})";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern DAY_FIRST = Pattern.compile("(?i)(?:the )?" + DAY + "(?: of)? " + MONTH);
    private static final Pattern MONTH_FIRST = Pattern.compile("(?i)" + MONTH + " " + DAY);

    private static final Pattern MAYBE_RANGE = Pattern.compile(".* ?- ?\\d+");
    private static final Pattern FIFTH = Pattern.compile("(?i)\\b(?:5th|fifth)\\b");
    private static final int DAYS_IN_FOUR_WEEKS = 28;

    private RuleSuggester() {}

    /** Returns the suggestion for a normalized text. */
    static Optional<DateRule> suggest(String plain) {
        return plain.length() > MAX_LENGTH
                ? Optional.empty()
                : withoutOffset(plain).or(() -> offsetDay(plain)).or(() -> beforeOrAfter(plain));
    }

    /**
     * Returns the day of a rule followed by a year; empty without a year, or if the rule does not yield exactly one day
     * in it. Rules with an offset are not supported, because the year would apply to the other day.
     */
    static Optional<DateRule> suggestOneOff(String plain) {
        var matcher = WITH_YEAR.matcher(plain);
        if (plain.length() > MAX_LENGTH || !matcher.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(matcher.group(2));
        return withoutOffset(matcher.group(1))
                .filter(it -> year >= DateRule.FIRST_YEAR && year <= DateRule.LAST_YEAR && !it.isOneOff())
                .map(it -> it.datesIn(year))
                .filter(days -> days.size() == 1)
                .map(days -> days.get(0))
                .filter(day -> !FIFTH.matcher(plain).find() || day.getDayOfMonth() > DAYS_IN_FOUR_WEEKS)
                .map(OneOffDay::new);
    }

    /** A A minus without a unit may mean a range, e.g. {@code July 10 - 16}, except after the name of a holiday. */
    private static Optional<DateRule> offsetDay(String text) {
        return OffsetDay.parse(
                text, MAYBE_RANGE.matcher(text).matches() ? RuleSuggester::holiday : RuleSuggester::withoutOffset);
    }

    private static Optional<DateRule> beforeOrAfter(String text) {
        var matcher = BEFORE_OR_AFTER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var count =
                matcher.group(1) == null || !Character.isDigit(matcher.group(1).charAt(0)) ? "1" : matcher.group(1);
        var unit = matcher.group(3) == null ? matcher.group(2) : matcher.group(3);
        var sign = matcher.group(4).equalsIgnoreCase("before") ? " - " : " + ";
        return withoutOffset(matcher.group(5))
                .flatMap(day -> OffsetDay.parse(day.asText() + sign + count + " " + unit));
    }

    private static Optional<DateRule> withoutOffset(String text) {
        return DateRule.withoutOffset(text)
                .or(() -> WrittenDate.parse(text).flatMap(WrittenDate::rule))
                .or(() -> weekday(text))
                .or(() -> calendarDay(text))
                .or(() -> holiday(text));
    }

    private static Optional<DateRule> holiday(String text) {
        return Holiday.parse(text)
                .or(() -> Typo.nearest(Aliases.words(text), Holiday.BY_WORDS))
                .map(it -> it);
    }

    private static Optional<DateRule> weekday(String text) {
        var words = text.replaceFirst("(?i)^the ", "").replaceAll("(\\p{L})[.,]", "$1");
        return NthWeekday.parse(words, RuleSuggester::match)
                .or(() -> NthWeekday.parse(WITHOUT_OF.matcher(words).replaceFirst("$1 $2 of $3"), RuleSuggester::match))
                .map(it -> it);
    }

    private static <T> Optional<T> match(String word, Map<String, T> names) {
        return Typo.resolve(NUMBERS.getOrDefault(Aliases.key(word), word), names);
    }

    private static Optional<DateRule> calendarDay(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        var monthFirst = MONTH_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return calendarDay(dayFirst.group(1), dayFirst.group(2));
        }
        return monthFirst.matches() ? calendarDay(monthFirst.group(2), monthFirst.group(1)) : Optional.empty();
    }

    private static Optional<DateRule> calendarDay(String day, String month) {
        return NonGregorianDay.parse(
                        day + " " + month,
                        name -> Aliases.exact(name, NonGregorianMonth.BY_KEY)
                                .or(() -> Typo.nearest(Aliases.words(name), NonGregorianMonth.BY_WORDS)))
                .map(it -> it);
    }
}
