package dev.brandingbot.event;

import java.util.Optional;

/**
 * What is remembered of an event between two looks at the repository.
 *
 * @param path the path of its folder
 * @param dates when it is on; nothing for a fallback
 */
public record CalendarEntry(String path, Optional<EventDates> dates) implements Dated {
    /** What is to be remembered of {@code event}. */
    public static CalendarEntry of(Dated event) {
        return new CalendarEntry(event.path(), event.dates());
    }
}
