package dev.brandingbot.event.date.rule;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A A weekday of a month, counted from the start or end of the month. There is no fifth, because most months have none.
 *
 * @param ordinal the first to the fourth, or the last
 * @param weekday the day of the week
 * @param month the month
 */
record NthWeekday(Ordinal ordinal, DayOfWeek weekday, Month month) implements DateRule {
    static final Map<String, Ordinal> ORDINALS = Aliases.byKey(Ordinal.values(), Ordinal::label);
    static final Map<String, DayOfWeek> WEEKDAYS = Aliases.byKey(DayOfWeek.values(), NthWeekday::name);
    static final Map<String, Month> MONTHS = Aliases.byKey(Month.values(), NthWeekday::name);

    private static final Pattern FORM = Pattern.compile("(?i)(\\w+) (\\w+) (?:of|in) (\\w+)");

    /** The position in the month. */
    enum Ordinal {
        FIRST(1),
        SECOND(2),
        THIRD(3),
        FOURTH(4),
        LAST(-1);

        private final int count;

        Ordinal(int count) {
            this.count = count;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Parses {@code first Saturday of May}. */
    static Optional<NthWeekday> parse(String text) {
        return parse(text, Aliases::exact);
    }

    /** Parses a rule, and its words with {@code reader}. */
    static Optional<NthWeekday> parse(String text, WordReader reader) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? reader.read(matcher.group(1), ORDINALS)
                        .flatMap(ordinal -> reader.read(matcher.group(2), WEEKDAYS)
                                .flatMap(weekday -> reader.read(matcher.group(3), MONTHS)
                                        .map(month -> new NthWeekday(ordinal, weekday, month))))
                : Optional.empty();
    }

    /** Looks up a word among names. */
    interface WordReader {
        <T> Optional<T> read(String word, Map<String, T> names);
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return List.of(LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal.count, weekday)));
    }

    @Override
    public String asText() {
        return ordinal.label() + " " + name(weekday) + " of " + name(month);
    }

    @Override
    public String describe() {
        return "the " + asText();
    }

    private static String name(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
