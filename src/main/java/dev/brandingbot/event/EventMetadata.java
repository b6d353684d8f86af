package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of an event from its {@code meta.md}.
 *
 * @param name the name, if set; otherwise it is derived from the folder
 * @param dates the dates; empty for a fallback
 * @param priority the priority; the overlapping event with the highest one is active
 * @param credits the artists' names, each sanitized to a single line
 * @param description the description in Markdown, of any length
 */
public record EventMetadata(
        Optional<String> name, Optional<EventDates> dates, int priority, List<String> credits, String description) {
    /** The priority of an event that does not set one. */
    public static final int DEFAULT_PRIORITY = 0;

    public EventMetadata {
        credits = List.copyOf(credits);
    }

    /** Returns metadata without optional settings. */
    public static EventMetadata of(Optional<EventDates> dates, String description) {
        return new EventMetadata(Optional.empty(), dates, DEFAULT_PRIORITY, List.of(), description);
    }

    /** Returns the same metadata with another name. */
    public EventMetadata withName(String newName) {
        return new EventMetadata(Optional.of(newName), dates, priority, credits, description);
    }

    /** Returns the same metadata with other credits. */
    public EventMetadata withCredits(List<String> artists) {
        return new EventMetadata(name, dates, priority, artists, description);
    }
}
