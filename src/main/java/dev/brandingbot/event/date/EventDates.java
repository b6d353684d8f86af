package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When an event is on, year after year. Implementations are immutable, and safe for use by several threads. */
public sealed interface EventDates permits YearlyDates, RuleDates, ListedDates {
    /** How far ahead {@link #nextOccurrence} looks: a rule may give no date in some years. */
    int YEARS_AHEAD = 12;

    /** The longest that an event can last, in days: a year, be it a leap year. */
    int LONGEST = 366;

    /**
     * Reads what {@link #asText} wrote, by this version or by one before.
     *
     * @return the dates, or nothing when the text holds none
     */
    static Optional<EventDates> parse(String text) {
        return YearlyDates.parse(text)
                .<EventDates>map(dates -> dates)
                .or(() -> ListedDates.parse(text))
                .or(() -> RuleDates.parse(text));
    }

    /** The dates from a first to a last day; plain {@link YearlyDates} where they are the same every year. */
    static EventDates of(DateRule start, EventEnd end) {
        return YearlyDates.of(start, end).<EventDates>map(dates -> dates).orElseGet(() -> new RuleDates(start, end));
    }

    /**
     * The days of the occurrences that start in {@code year}, in their order; the last may end in the next year. Mostly one,
     * but a feast by the moon may fall twice into a year or never, and a table may end.
     */
    List<DateRange> occurrencesStartingIn(int year);

    /** The dates in words, as members read them: {@code July 10 – July 16}. */
    String describe();

    /** The dates as one line of text, to be kept and read again: {@code July 10 to July 16}. */
    String asText();

    /**
     * The years for which somebody has to add a date, because the table from which it would come has none. Not a year that
     * the moon leaves out, nor any year but its own for a date that comes once.
     *
     * @param first the first year that is looked at
     * @param last the last one
     */
    List<Integer> yearsMissing(int first, int last);

    /** Whether these are the same days every year. */
    default boolean isYearly() {
        return false;
    }

    /** The occurrence that is on at {@code day}. */
    default Optional<DateRange> occurrenceOn(LocalDate day) {
        for (var year = day.getYear() - 1; year <= day.getYear(); year++) {
            for (var occurrence : occurrencesStartingIn(year)) {
                if (occurrence.contains(day)) {
                    return Optional.of(occurrence);
                }
            }
        }
        return Optional.empty();
    }

    /** The occurrence that is on at {@code day}, otherwise the first after it. */
    default Optional<DateRange> nextOccurrence(LocalDate day) {
        for (var year = day.getYear() - 1; year <= day.getYear() + YEARS_AHEAD; year++) {
            for (var occurrence : occurrencesStartingIn(year)) {
                if (!occurrence.last().isBefore(day)) {
                    return Optional.of(occurrence);
                }
            }
        }
        return Optional.empty();
    }
}
