package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dates of an event in all years. Implementations are immutable or thread-safe. */
public sealed interface EventDates permits YearlyDates, RuleDates, ListedDates {
    /** The range of {@link #nextOccurrence} in years; a rule may have no date in some years. */
    int MAX_YEARS_AHEAD = 12;

    /** The maximum length of an event in days: a leap year. */
    int MAX_DAYS = 366;

    /**
     * Parses the result of {@link #asText}, also of earlier releases.
     *
     * @return the dates; empty if the text is invalid
     */
    static Optional<EventDates> parse(String text) {
        return YearlyDates.parse(text)
                .<EventDates>map(dates -> dates)
                .or(() -> ListedDates.parse(text))
                .or(() -> RuleDates.parse(text));
    }

    /** Returns dates for a start and an end; {@link YearlyDates} if they are the same every year. */
    static EventDates of(DateRule start, EventEnd end) {
        return YearlyDates.of(start, end).<EventDates>map(dates -> dates).orElseGet(() -> new RuleDates(start, end));
    }

    /**
     * Returns the occurrences that start in {@code year}, by date; the last one may end in the next year. There is
     * usually one, but a lunar holiday may occur twice or not at all in a year, and a table may end.
     */
    List<DateRange> occurrencesStartingIn(int year);

    /** Returns the dates for members: {@code July 10 – July 16}. */
    String describe();

    /** Returns the dates as a single line for {@link #parse}: {@code July 10 to July 16}. */
    String asText();

    /**
     * Returns the years for which the authors must add a date because a table has none. Years without a lunar holiday
     * do not count, nor do other years of a one-off date.
     *
     * @param first the first year to check
     * @param last the last year to check
     */
    List<Integer> yearsMissing(int first, int last);

    /** Whether these are the same days every year. */
    default boolean isYearly() {
        return false;
    }

    /** Returns the occurrence that contains {@code day}. */
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

    /** Returns the occurrence that contains {@code day}, or else the next one. */
    default Optional<DateRange> nextOccurrence(LocalDate day) {
        for (var year = day.getYear() - 1; year <= day.getYear() + MAX_YEARS_AHEAD; year++) {
            for (var occurrence : occurrencesStartingIn(year)) {
                if (!occurrence.last().isBefore(day)) {
                    return Optional.of(occurrence);
                }
            }
        }
        return Optional.empty();
    }
}
