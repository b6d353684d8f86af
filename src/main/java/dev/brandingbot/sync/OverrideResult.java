package dev.brandingbot.sync;

import dev.brandingbot.event.CalendarOverrides;

/**
 * The result of a change to the overrides.
 *
 * @param before the overrides before
 * @param after the overrides after; the same if nothing had to be or could be changed
 * @param report the result of the synchronization that followed
 */
public record OverrideResult(CalendarOverrides before, CalendarOverrides after, SyncReport report) {}
