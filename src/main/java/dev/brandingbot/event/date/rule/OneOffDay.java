package dev.brandingbot.event.date.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One day of one year.
 *
 * @param day the day
 */
record OneOffDay(LocalDate day) implements DateRule {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Parses {@code July 10 2027}. */
    static Optional<OneOffDay> parse(String text) {
        try {
            return Optional.of(new OneOffDay(LocalDate.parse(text, FORMAT)))
                    .filter(it -> it.day.getYear() >= FIRST_YEAR && it.day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return day.getYear() == year ? List.of(day) : List.of();
    }

    @Override
    public String asText() {
        return FORMAT.format(day);
    }

    @Override
    public boolean isOneOff() {
        return true;
    }
}
