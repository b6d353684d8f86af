package dev.brandingbot.event.date.rule;

import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * A A rule that yields a day for each year. A holiday of a lunar calendar may occur twice or not at all in a Gregorian
 * year. Rules are immutable and have value equality.
 */
public sealed interface DateRule permits YearlyDay, OneOffDay, NthWeekday, Holiday, NonGregorianDay, OffsetDay {
    /** The first supported year. */
    int FIRST_YEAR = 1970;

    /** The last supported year. */
    int LAST_YEAR = 2200;

    /**
     * Parses a rule in any case, with any spaces, hyphens and digits: {@code July 10}, {@code July 10 2027},
     * {@code first Saturday of May}, {@code Easter}, {@code 1 Shawwal}, each also with {@code + 2 days} or
     * {@code - 1 week}.
     *
     * @return the rule; empty if the text is invalid
     */
    static Optional<DateRule> parse(String text) {
        var plain = UserText.normalize(text);
        return withoutOffset(plain).or(() -> OffsetDay.parse(plain));
    }

    /**
     * Returns the day of a rule followed by a year, e.g. {@code last Monday of May 2027}, in the format of
     * {@link #parse}.
     */
    static Optional<String> oneOffSuggestion(String text) {
        return RuleSuggester.suggestOneOff(UserText.normalize(text)).map(DateRule::asText);
    }

    /** Returns the rule that an invalid text most likely means, in the format of {@link #parse}. */
    static Optional<String> suggestion(String text) {
        return RuleSuggester.suggest(UserText.normalize(text)).map(DateRule::asText);
    }

    /** Parses a rule without an offset from normalized text. */
    static Optional<DateRule> withoutOffset(String plain) {
        return YearlyDay.parse(plain)
                .<DateRule>map(day -> day)
                .or(() -> OneOffDay.parse(plain))
                .or(() -> NthWeekday.parse(plain))
                .or(() -> Holiday.parse(plain))
                .or(() -> NonGregorianDay.parse(plain));
    }

    /** Returns the days in a year, by date. */
    List<LocalDate> datesIn(int year);

    /** Returns the rule in the format of {@link #parse}. */
    String asText();

    /** Returns the rule for members: {@code 2 days before Easter}. */
    default String describe() {
        return asText();
    }

    /** Whether the days of a year are known; tables and published calendars end. */
    default boolean isDefinedFor(int year) {
        return true;
    }

    /** Whether this is one day of one year. */
    default boolean isOneOff() {
        return false;
    }

    /** Returns the month and day if they are the same every year. */
    default Optional<MonthDay> yearly() {
        return Optional.empty();
    }
}
