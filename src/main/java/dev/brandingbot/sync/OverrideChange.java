package dev.brandingbot.sync;

import dev.brandingbot.event.CalendarOverrides;
import java.time.LocalDate;

/** Changes what moderators adjusted about the calendar. A pure function, which may be asked for nothing. */
@FunctionalInterface
public interface OverrideChange {
    /**
     * The adjustments after the change.
     *
     * @param current those that count
     * @param today the day, in UTC
     */
    CalendarOverrides apply(CalendarOverrides current, LocalDate today);
}
