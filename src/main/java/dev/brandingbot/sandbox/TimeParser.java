package dev.brandingbot.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Parses times in UTC, like {@code 2026-12-25}, {@code 2026-12-25T18:30} or {@code 2026-12-25 18:30}. */
final class TimeParser {
    /** The time of a date without a time, when the daemon has already checked. */
    private static final LocalTime AFTER_CHECK = LocalTime.of(0, 0, 10);

    private TimeParser() {}

    /** Parses a time. Returns empty if it is invalid. */
    static Optional<Instant> parse(String typed) {
        try {
            return Optional.of(
                    typed.contains(":")
                            ? LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                                    .toInstant(ZoneOffset.UTC)
                            : afterCheck(LocalDate.parse(typed.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the time after the midnight check of a day. */
    static Instant afterCheck(LocalDate day) {
        return day.atTime(AFTER_CHECK).toInstant(ZoneOffset.UTC);
    }
}
