package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.Optional;

/**
 * What is remembered of an event between two looks at the repository.
 *
 * @param path the path of its folder
 * @param name the name that its authors gave it
 * @param dates when it is on; nothing for a fallback
 * @param priority of events on the same day the one with the highest is on
 */
public record EventSummary(String path, Optional<String> name, Optional<EventDates> dates, int priority)
        implements CalendarItem {
    /** An event that says of itself when it is on, and nothing else. */
    public EventSummary(String path, Optional<EventDates> dates) {
        this(path, Optional.empty(), dates, EventMetadata.DEFAULT_PRIORITY);
    }

    /** What is to be remembered of {@code event}. */
    public static EventSummary of(CalendarItem event) {
        return new EventSummary(event.path(), event.name(), event.dates(), event.priority());
    }
}
