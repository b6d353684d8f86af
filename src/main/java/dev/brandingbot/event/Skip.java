package dev.brandingbot.event;

import dev.brandingbot.event.date.DateRange;
import java.time.LocalDate;

/**
 * A moderator's wish that an event is left out once.
 *
 * @param path the path of the event's folder
 * @param days the days that it would have had, as they were known then
 */
public record Skip(String path, DateRange days) {
    /**
     * Whether it leaves out this run of the event's days: the one that was meant, be it moved meanwhile. Where that is no longer
     * there, two that begin less than half a year apart are the same one, because most events come once a year, and those by the
     * moon 11 days earlier each time.
     */
    boolean skips(CalendarItem event, DateRange run) {
        var isUnmoved = event.dates()
                .flatMap(dates -> dates.occurrenceOn(days.first()))
                .filter(days::equals)
                .isPresent();
        return isUnmoved ? run.equals(days) : isNear(run);
    }

    private boolean isNear(DateRange run) {
        return run.first().isAfter(days.first().minusMonths(CalendarItem.MONTHS_BETWEEN))
                && run.first().isBefore(days.first().plusMonths(CalendarItem.MONTHS_BETWEEN));
    }

    /** Whether no run that it leaves out can have a day at {@code day} or later. */
    boolean isOver(LocalDate day) {
        return day.isAfter(days.last()) && !day.isBefore(days.first().plusMonths(CalendarItem.MONTHS_BETWEEN));
    }
}
