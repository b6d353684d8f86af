package dev.brandingbot.cog.scheduledevent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an occurrence of an event is remembered by.
 *
 * @param path the event's path
 * @param first the first of its days that time
 */
record OccurrenceKey(String path, LocalDate first) {
    /** Reads what {@link #text} wrote; nothing when it is something else. */
    static Optional<OccurrenceKey> parse(String text) {
        var parts = text.split(" ", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new OccurrenceKey(parts[1], LocalDate.parse(parts[0])))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return first + " " + path;
    }
}
