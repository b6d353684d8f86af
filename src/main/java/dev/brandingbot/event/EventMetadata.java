package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.List;
import java.util.Optional;

/**
 * What an event says of itself in its {@code meta.md}.
 *
 * @param name the name that its authors gave it; where there is none, its folder's will do
 * @param dates when it is on; nothing for a fallback
 * @param priority of events on the same day the one with the highest is on; {@link #DEFAULT_PRIORITY} unless it says otherwise
 * @param credits who drew its assets, each fit to be shown in a line
 * @param description Markdown, as long as its author likes
 */
public record EventMetadata(
        Optional<String> name, Optional<EventDates> dates, int priority, List<String> credits, String description) {
    /** The priority of an event that does not give one. */
    public static final int DEFAULT_PRIORITY = 0;

    public EventMetadata {
        credits = List.copyOf(credits);
    }

    /** What an event says that says no more than it must. */
    public static EventMetadata of(Optional<EventDates> dates, String description) {
        return new EventMetadata(Optional.empty(), dates, DEFAULT_PRIORITY, List.of(), description);
    }

    /** The same with a name. */
    public EventMetadata withName(String newName) {
        return new EventMetadata(Optional.of(newName), dates, priority, credits, description);
    }

    /** The same with other credits. */
    public EventMetadata withCredits(List<String> artists) {
        return new EventMetadata(name, dates, priority, artists, description);
    }
}
