package dev.brandingbot.event.date;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A A range of days in UTC.
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

    /** Whether the range contains {@code day}. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether both ranges have a day in common. */
    public boolean overlaps(DateRange other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** Returns the common days; empty if there are none. */
    public Optional<DateRange> intersection(DateRange other) {
        var later = first.isAfter(other.first) ? first : other.first;
        var earlier = last.isBefore(other.last) ? last : other.last;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new DateRange(later, earlier));
    }

    /** Returns the number of days, at least 1. */
    public long lengthInDays() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Returns the days without the year, for members: {@code October 29 – October 31}. */
    public String describe() {
        var start = FORMAT.format(first);
        return first.equals(last) ? start : start + " – " + FORMAT.format(last);
    }
}
