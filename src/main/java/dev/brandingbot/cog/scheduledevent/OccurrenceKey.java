package dev.brandingbot.cog.scheduledevent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The key of an occurrence of an event in the registry.
 *
 * @param path the event's path
 * @param first the first day of the occurrence
 */
record OccurrenceKey(String path, LocalDate first) {
    /** Parses what {@link #text} returned; empty if it is anything else. */
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
