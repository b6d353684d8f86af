package dev.brandingbot.event.date.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The same day every year; February 29 means February 28 in common years.
 *
 * @param day the month and day
 */
record YearlyDay(MonthDay day) implements DateRule {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d")
            .toFormatter(Locale.ENGLISH);

    /** Parses {@code July 10}. */
    static Optional<YearlyDay> parse(String text) {
        try {
            return Optional.of(new YearlyDay(MonthDay.parse(text, FORMAT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return List.of(day.atYear(year));
    }

    @Override
    public String asText() {
        return FORMAT.format(day);
    }

    @Override
    public Optional<MonthDay> yearly() {
        return Optional.of(day);
    }
}
