package dev.brandingbot.event.date.rule;

import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * A day that comes back by a rule, in most years once. A feast that follows the moon may fall twice into a year of the
 * Gregorian calendar, or not at all. Rules are immutable, and equal when they are the same rule.
 */
public sealed interface DateRule permits YearlyDay, OneOffDay, NthWeekday, Holiday, NonGregorianDay, OffsetDay {
    /** The first year that a date can name. */
    int FIRST_YEAR = 1970;

    /** The last year that a date can name. */
    int LAST_YEAR = 2200;

    /**
     * Reads a rule as people write or paste it, in any case, with any spaces, hyphens and digits: {@code July 10}, {@code July 10
     * 2027}, {@code first Saturday of May}, {@code Easter}, {@code 1 Shawwal}, each also with {@code + 2 days} or {@code - 1 week}.
     *
     * @return the rule, or nothing when the text is none
     */
    static Optional<DateRule> parse(String text) {
        var plain = UserText.normalize(text);
        return withoutOffset(plain).or(() -> OffsetDay.parse(plain));
    }

    /** The one day that is meant by a rule with a year behind it, like {@code last Monday of May 2027}, as it is to be written. */
    static Optional<String> didYouMeanOnce(String text) {
        return RuleSuggester.once(UserText.normalize(text)).map(DateRule::asText);
    }

    /** The rule that must have been meant by a text that is none, as it is to be written. */
    static Optional<String> suggestion(String text) {
        return RuleSuggester.suggest(UserText.normalize(text)).map(DateRule::asText);
    }

    /** Reads a rule without an offset from a text without needless spaces. */
    static Optional<DateRule> withoutOffset(String plain) {
        return YearlyDay.parse(plain)
                .<DateRule>map(day -> day)
                .or(() -> OneOffDay.parse(plain))
                .or(() -> NthWeekday.parse(plain))
                .or(() -> Holiday.parse(plain))
                .or(() -> NonGregorianDay.parse(plain));
    }

    /** The days in this year, in their order. */
    List<LocalDate> datesIn(int year);

    /** The rule as it is written in a file; {@link #parse} reads it again. */
    String asText();

    /** The rule as members read it: {@code 2 days before Easter}. */
    default String describe() {
        return asText();
    }

    /** Whether the rule tells the days of this year; a table ends, and so do the calendars that are observed. */
    default boolean isDefinedFor(int year) {
        return true;
    }

    /** Whether this is one day of one year. */
    default boolean isOneOff() {
        return false;
    }

    /** The month and day, where they are the same every year. */
    default Optional<MonthDay> yearly() {
        return Optional.empty();
    }
}
