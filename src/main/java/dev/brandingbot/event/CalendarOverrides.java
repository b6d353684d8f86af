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
 * What moderators changed about the calendar for a time.
 *
 * @param pin the event that is kept on, if any
 * @param skips what is left out, one for an event, by path
 */
public record CalendarOverrides(Optional<Pin> pin, List<Skip> skips) {
    /** The calendar is as the repository says. */
    public static final CalendarOverrides EMPTY = new CalendarOverrides(Optional.empty(), List.of());

    public CalendarOverrides {
        skips = skips.stream().sorted(comparing(Skip::path)).toList();
    }

    /**
     * What of it counts at {@code today} and after. A pin that was made in the future was made by a clock that has been set back
     * since: it holds already.
     */
    public CalendarOverrides activeAt(LocalDate today) {
        return new CalendarOverrides(
                pin.filter(it -> !it.isOver(today)).map(it -> it.startingBy(today)),
                skips.stream().filter(skip -> !skip.isOver(today)).toList());
    }

    /** This with an event that is kept on, in the place of another one. */
    public CalendarOverrides withPin(Pin newPin) {
        return new CalendarOverrides(Optional.of(newPin), skips);
    }

    /** This with no event that is kept on. */
    public CalendarOverrides withoutPin() {
        return new CalendarOverrides(Optional.empty(), skips);
    }

    /** This with an event left out once; a pin of the same event, which would keep it on, is dropped. */
    public CalendarOverrides withSkip(Skip skip) {
        return new CalendarOverrides(
                pin.filter(it -> !UserText.isSameName(it.path(), skip.path())),
                Stream.concat(withoutSkip(skip.path()).skips().stream(), Stream.of(skip))
                        .toList());
    }

    /** This without the skip of the event at {@code path}. */
    public CalendarOverrides withoutSkip(String path) {
        return new CalendarOverrides(
                pin, skips.stream().filter(isOutdatedFor(path).negate()).toList());
    }

    /** The skip of the event at {@code path}, if any. */
    public Optional<Skip> skip(String path) {
        return skips.stream().filter(isOutdatedFor(path)).findFirst();
    }

    /** Whether this run of the days of {@code event} is left out. */
    public boolean isSkipped(CalendarItem event, DateRange run) {
        return skip(event.path()).filter(skip -> skip.skips(event, run)).isPresent();
    }

    private static Predicate<Skip> isOutdatedFor(String path) {
        return skip -> UserText.isSameName(skip.path(), path);
    }
}
