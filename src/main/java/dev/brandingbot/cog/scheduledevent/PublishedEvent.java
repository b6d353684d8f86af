package dev.brandingbot.cog.scheduledevent;

import java.time.Instant;

/**
 * A scheduled event at Discord that this bot made, and that is not over.
 *
 * @param id its id
 * @param start when it starts
 * @param end when it ends
 * @param isActive whether it has started, so that its start can't be changed any more
 */
record PublishedEvent(long id, String name, String description, Instant start, Instant end, boolean isActive) {}
