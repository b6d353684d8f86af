package dev.brandingbot.sync;

import dev.brandingbot.event.CalendarOverrides;
import java.time.LocalDate;

/** A change to the overrides. A pure function that may be called more than once. */
@FunctionalInterface
public interface OverrideChange {
    /**
     * Returns the overrides after the change.
     *
     * @param current the overrides that apply
     * @param today the day, in UTC
     */
    CalendarOverrides apply(CalendarOverrides current, LocalDate today);
}
