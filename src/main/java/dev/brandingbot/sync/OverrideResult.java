package dev.brandingbot.sync;

import dev.brandingbot.event.CalendarOverrides;

/**
 * What came of an adjustment of the calendar.
 *
 * @param before what counted before
 * @param after what counts now; the same where nothing had to be changed, or nothing could be
 * @param report what followed from it for the guild
 */
public record OverrideResult(CalendarOverrides before, CalendarOverrides after, SyncReport report) {}
