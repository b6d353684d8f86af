package dev.brandingbot.event.date;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of whole days in UTC.
 *
 * @param first the first day
 * @param last the last day, included
 */
public record DateRange(LocalDate first, LocalDate last) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A range cannot end on " + last + ", before it starts on " + first);
        }
    }

    /** Whether {@code day} is one of these days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(DateRange other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** The days that the two have in common. */
    public Optional<DateRange> intersection(DateRange other) {
        var later = first.isAfter(other.first) ? first : other.first;
        var earlier = last.isBefore(other.last) ? last : other.last;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new DateRange(later, earlier));
    }

    /** How many days these are, at least one. */
    public long lengthInDays() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The days in words, without the year, which is mostly clear: {@code October 29 – October 31}. */
    public String describe() {
        var start = FORMAT.format(first);
        return first.equals(last) ? start : start + " – " + FORMAT.format(last);
    }
}
