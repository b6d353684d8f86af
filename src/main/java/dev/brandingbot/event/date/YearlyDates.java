package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The same days every year. February 29 means February 28 in common years; an end before the start is in the next year.
 *
 * @param start the first day
 * @param end the last day, included
 */
public record YearlyDates(MonthDay start, MonthDay end) implements EventDates {
    private static final String TO = " to ";
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    /** A A leap year and the two years before it, which cover every effect of February 29. */
    private static final List<Integer> PROBED_YEARS = List.of(2026, 2027, 2028);

    /**
     * Parses a day: the English name of a month and the day of the month, e.g. {@code July 10} or {@code july  01}.
     *
     * @return the day; empty if the text is invalid
     */
    public static Optional<MonthDay> parseDay(String text) {
        return DateRule.parse(text).flatMap(DateRule::yearly);
    }

    /** Parses the result of {@link #asText}; empty if the text is invalid. */
    static Optional<YearlyDates> parse(String text) {
        var days = text.split(TO, 2);
        return days.length < 2
                ? Optional.empty()
                : parseDay(days[0]).flatMap(start -> parseDay(days[1]).map(end -> new YearlyDates(start, end)));
    }

    /** Returns dates for a start and an end that are the same every year; empty if one of them moves. */
    static Optional<YearlyDates> of(DateRule start, EventEnd end) {
        return start.yearly().flatMap(first -> lastDay(first, end).map(last -> new YearlyDates(first, last)));
    }

    private static Optional<MonthDay> lastDay(MonthDay first, EventEnd end) {
        if (end instanceof EventEnd.Until until) {
            return until.day().yearly();
        }
        var last = end.endFor(first.atYear(PROBED_YEARS.get(0))).map(MonthDay::from);
        return last.filter(day -> PROBED_YEARS.stream()
                .allMatch(year -> new YearlyDates(first, day)
                        .occurrencesStartingIn(year)
                        .equals(List.of(new DateRange(
                                first.atYear(year),
                                end.endFor(first.atYear(year)).orElseThrow())))));
    }

    /** Formats a day for {@link #parseDay}: {@code July 10}. */
    public static String format(MonthDay day) {
        return FORMAT.format(day);
    }

    @Override
    public List<DateRange> occurrencesStartingIn(int year) {
        var endYear = end.isBefore(start) ? year + 1 : year;
        return List.of(new DateRange(start.atYear(year), end.atYear(endYear)));
    }

    @Override
    public String describe() {
        return start.equals(end) ? format(start) : format(start) + " – " + format(end);
    }

    @Override
    public String asText() {
        return format(start) + TO + format(end);
    }

    @Override
    public List<Integer> yearsMissing(int first, int last) {
        return List.of();
    }

    @Override
    public boolean isYearly() {
        return true;
    }
}
