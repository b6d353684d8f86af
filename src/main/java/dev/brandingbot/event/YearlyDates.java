package dev.brandingbot.event;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * The same days every year. February 29 means the 28th in a year without one; an end before the start lies in the next
 * year.
 *
 * @param start the first day
 * @param end the last day, included
 */
public record YearlyDates(MonthDay start, MonthDay end) implements EventDates {
    private static final String TO = " to ";
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d")
            .toFormatter(Locale.ENGLISH);

    /**
     * Reads a day as the branding repository writes it: the full English name of a month, in any case, and the day of the
     * month, like {@code July 10} or {@code july  01}.
     *
     * @return the day, or nothing when the text is none
     */
    public static Optional<MonthDay> parseDay(String text) {
        try {
            return Optional.of(MonthDay.parse(text.strip().replaceAll("\\s+", " "), FORMAT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #asText} wrote; nothing when it is something else. */
    static Optional<YearlyDates> parse(String text) {
        var days = text.split(TO, 2);
        return days.length < 2
                ? Optional.empty()
                : parseDay(days[0]).flatMap(start -> parseDay(days[1]).map(end -> new YearlyDates(start, end)));
    }

    /** Writes a day so that {@link #parseDay} reads it: {@code July 10}. */
    public static String format(MonthDay day) {
        return FORMAT.format(day);
    }

    @Override
    public Optional<DateRange> startingIn(int year) {
        var endYear = end.isBefore(start) ? year + 1 : year;
        return Optional.of(new DateRange(start.atYear(year), end.atYear(endYear)));
    }

    @Override
    public String inWords() {
        return start.equals(end) ? format(start) : format(start) + " – " + format(end);
    }

    @Override
    public String asText() {
        return format(start) + TO + format(end);
    }
}
