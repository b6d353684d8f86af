package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.Optional;

/**
 * The part of an event that is stored between checks.
 *
 * @param path the path of its folder
 * @param name the name from its settings
 * @param dates the dates; empty for a fallback
 * @param priority the priority
 */
public record EventSummary(String path, Optional<String> name, Optional<EventDates> dates, int priority)
        implements CalendarItem {
    /** Creates a summary without a name, with the default priority. */
    public EventSummary(String path, Optional<EventDates> dates) {
        this(path, Optional.empty(), dates, EventMetadata.DEFAULT_PRIORITY);
    }

    /** Returns the summary of {@code event}. */
    public static EventSummary of(CalendarItem event) {
        return new EventSummary(event.path(), event.name(), event.dates(), event.priority());
    }
}
