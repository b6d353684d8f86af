package dev.brandingbot.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How a moment is typed: {@code 2026-12-25}, {@code 2026-12-25T18:30} or {@code 2026-12-25 18:30}, in UTC. */
final class TimeParser {
    /** When a day begins that is typed without a time: late enough for the daemon to have looked. */
    private static final LocalTime MORNING = LocalTime.of(0, 0, 10);

    private TimeParser() {}

    /** The moment that is typed; nothing when it is none. */
    static Optional<Instant> parse(String typed) {
        try {
            return Optional.of(
                    typed.contains(":")
                            ? LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                                    .toInstant(ZoneOffset.UTC)
                            : morning(LocalDate.parse(typed.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment after midnight. */
    static Instant morning(LocalDate day) {
        return day.atTime(MORNING).toInstant(ZoneOffset.UTC);
    }
}
