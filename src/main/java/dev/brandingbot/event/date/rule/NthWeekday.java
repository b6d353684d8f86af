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
 * A weekday of a month, counted from its beginning or its end. There is no fifth: most months have none.
 *
 * @param which the first to the fourth, or the last
 * @param weekday the day of the week
 * @param month the month
 */
record NthWeekday(Which which, DayOfWeek weekday, Month month) implements DateRule {
    static final Map<String, Which> COUNTS = Aliases.byKey(Which.values(), Which::label);
    static final Map<String, DayOfWeek> WEEKDAYS = Aliases.byKey(DayOfWeek.values(), NthWeekday::name);
    static final Map<String, Month> MONTHS = Aliases.byKey(Month.values(), NthWeekday::name);

    private static final Pattern FORM = Pattern.compile("(?i)(\\w+) (\\w+) (?:of|in) (\\w+)");

    /** Which one of a month's. */
    enum Which {
        FIRST(1),
        SECOND(2),
        THIRD(3),
        FOURTH(4),
        LAST(-1);

        private final int count;

        Which(int count) {
            this.count = count;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code first Saturday of May}. */
    static Optional<NthWeekday> parse(String text) {
        return parse(text, Aliases::exact);
    }

    /** Reads it with the words taken for what {@code reading} takes them for. */
    static Optional<NthWeekday> parse(String text, WordReader reading) {
        var form = FORM.matcher(text);
        return form.matches()
                ? reading.of(form.group(1), COUNTS)
                        .flatMap(which -> reading.of(form.group(2), WEEKDAYS)
                                .flatMap(weekday -> reading.of(form.group(3), MONTHS)
                                        .map(month -> new NthWeekday(which, weekday, month))))
                : Optional.empty();
    }

    /** Finds what a word means among names. */
    interface WordReader {
        <T> Optional<T> of(String word, Map<String, T> names);
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return List.of(LocalDate.of(year, month, 1).with(dayOfWeekInMonth(which.count, weekday)));
    }

    @Override
    public String asText() {
        return which.label() + " " + name(weekday) + " of " + name(month);
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
