package dev.brandingbot.event;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** When an event is on, year after year. Implementations are immutable. */
public interface EventDates {
    /** How far ahead {@link #nextFrom} looks: a rule may give no date in some years. */
    int YEARS_AHEAD = 12;

    /**
     * Reads what {@link #asText} wrote.
     *
     * @return the dates, or nothing when the text holds none
     */
    static Optional<EventDates> parse(String text) {
        return YearlyDates.parse(text).map(dates -> dates);
    }

    /** The days of the occurrence that starts in {@code year}; it may end in the next one. */
    Optional<DateRange> startingIn(int year);

    /** The dates in words, as members read them: {@code July 10 – July 16}. */
    String inWords();

    /** The dates as one line of text, to be kept and read again: {@code July 10 to July 16}. */
    String asText();

    /** The occurrence that is on at {@code day}. */
    default Optional<DateRange> covering(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear())
                .mapToObj(this::startingIn)
                .flatMap(Optional::stream)
                .filter(occurrence -> occurrence.contains(day))
                .findFirst();
    }

    /** The occurrence that is on at {@code day}, otherwise the first after it. */
    default Optional<DateRange> nextFrom(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + YEARS_AHEAD)
                .mapToObj(this::startingIn)
                .flatMap(Optional::stream)
                .filter(occurrence -> !occurrence.last().isBefore(day))
                .findFirst();
    }
}
