package dev.brandingbot.event;

import dev.brandingbot.event.date.DateRange;
import java.time.LocalDate;

/**
 * A A moderator's request to skip one occurrence of an event.
 *
 * @param path the path of the event's folder
 * @param days the days of the occurrence when it was skipped
 */
public record Skip(String path, DateRange days) {
    /**
     * Whether this is the skipped occurrence. If the event's dates changed since, an occurrence that starts less than
     * half a year from the skipped one counts as the same.
     */
    boolean matches(CalendarItem event, DateRange occurrence) {
        var isUnchanged = event.dates()
                .flatMap(dates -> dates.occurrenceOn(days.first()))
                .filter(days::equals)
                .isPresent();
        return isUnchanged ? occurrence.equals(days) : startsNear(occurrence);
    }

    private boolean startsNear(DateRange occurrence) {
        return occurrence.first().isAfter(days.first().minusMonths(CalendarItem.MIN_MONTHS_BETWEEN))
                && occurrence.first().isBefore(days.first().plusMonths(CalendarItem.MIN_MONTHS_BETWEEN));
    }

    /** Whether the skipped occurrence cannot include {@code day} or a later day. */
    boolean isOver(LocalDate day) {
        return day.isAfter(days.last()) && !day.isBefore(days.first().plusMonths(CalendarItem.MIN_MONTHS_BETWEEN));
    }
}
