package dev.brandingbot.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A A moderator's request to keep one event active.
 *
 * @param path the path of the event's folder
 * @param since the first day
 * @param until the last day; empty until it is unpinned
 */
public record Pin(String path, LocalDate since, Optional<LocalDate> until) {
    /** Whether the pin is active on {@code day}. */
    boolean isActiveAt(LocalDate day) {
        return !day.isBefore(since) && !isOver(day);
    }

    /** Whether {@code day} is after its last day. */
    boolean isOver(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }

    /** Returns the same pin, starting on {@code day} at the latest. */
    Pin startingBy(LocalDate day) {
        return since.isAfter(day) ? new Pin(path, day, until) : this;
    }
}
