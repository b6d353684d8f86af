package dev.brandingbot.event;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Moderators' temporary changes to the calendar: a pin and skips.
 *
 * @param pin the event that is kept active, if any
 * @param skips the skipped occurrences, at most one per event, by path
 */
public record CalendarOverrides(Optional<Pin> pin, List<Skip> skips) {
    /** No overrides. */
    public static final CalendarOverrides EMPTY = new CalendarOverrides(Optional.empty(), List.of());

    public CalendarOverrides {
        skips = skips.stream().sorted(comparing(Skip::path)).toList();
    }

    /**
     * Returns the overrides in force on or after {@code today}. A pin that starts in the future, because the clock was
     * set back, starts today.
     */
    public CalendarOverrides activeAt(LocalDate today) {
        return new CalendarOverrides(
                pin.filter(it -> !it.isOver(today)).map(it -> it.startingBy(today)),
                skips.stream().filter(skip -> !skip.isOver(today)).toList());
    }

    /** Returns these overrides with another pin. */
    public CalendarOverrides withPin(Pin newPin) {
        return new CalendarOverrides(Optional.of(newPin), skips);
    }

    /** Returns these overrides without a pin. */
    public CalendarOverrides withoutPin() {
        return new CalendarOverrides(Optional.empty(), skips);
    }

    /** Returns these overrides with a skip. A pin of the same event is removed. */
    public CalendarOverrides withSkip(Skip skip) {
        return new CalendarOverrides(
                pin.filter(it -> !UserText.isSameName(it.path(), skip.path())),
                Stream.concat(withoutSkip(skip.path()).skips().stream(), Stream.of(skip))
                        .toList());
    }

    /** Returns these overrides without the skip of the event at {@code path}. */
    public CalendarOverrides withoutSkip(String path) {
        return new CalendarOverrides(
                pin, skips.stream().filter(isFor(path).negate()).toList());
    }

    /** Returns the skip of the event at {@code path}, if any. */
    public Optional<Skip> skip(String path) {
        return skips.stream().filter(isFor(path)).findFirst();
    }

    /** Whether this occurrence of {@code event} is skipped. */
    public boolean isSkipped(CalendarItem event, DateRange occurrence) {
        return skip(event.path())
                .filter(skip -> skip.matches(event, occurrence))
                .isPresent();
    }

    private static Predicate<Skip> isFor(String path) {
        return skip -> UserText.isSameName(skip.path(), path);
    }
}
