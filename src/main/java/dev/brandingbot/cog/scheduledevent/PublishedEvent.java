package dev.brandingbot.cog.scheduledevent;

import java.time.Instant;

/**
 * A scheduled event at Discord that this bot created and that is not over.
 *
 * @param id the event's ID
 * @param start the start of the event
 * @param end the end of the event
 * @param isActive whether the event has started, so that its start can't be changed anymore
 */
record PublishedEvent(long id, String name, String description, Instant start, Instant end, boolean isActive) {}
