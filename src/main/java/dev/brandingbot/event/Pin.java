package dev.brandingbot.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A moderator's wish that one event is on, whatever the calendar says.
 *
 * @param path the path of the event's folder
 * @param since the first day
 * @param until the last day, included; nothing for as long as nobody ends it
 */
public record Pin(String path, LocalDate since, Optional<LocalDate> until) {
    /** Whether it holds at {@code day}. */
    boolean isActiveAt(LocalDate day) {
        return !day.isBefore(since) && !isOver(day);
    }

    /** Whether {@code day} is after its last day. */
    boolean isOver(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }

    /** The same, made on {@code day} at the latest. */
    Pin startingBy(LocalDate day) {
        return since.isAfter(day) ? new Pin(path, day, until) : this;
    }
}
