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
    public static final CalendarOverrides NONE = new CalendarOverrides(Optional.empty(), List.of());

    public CalendarOverrides {
        skips = skips.stream().sorted(comparing(Skip::path)).toList();
    }

    /**
     * What of it counts at {@code today} and after. A pin that was made in the future was made by a clock that has been set back
     * since: it holds already.
     */
    public CalendarOverrides at(LocalDate today) {
        return new CalendarOverrides(
                pin.filter(it -> !it.isOver(today)).map(it -> it.notLaterThan(today)),
                skips.stream().filter(skip -> !skip.isOver(today)).toList());
    }

    /** This with an event that is kept on, in the place of another one. */
    public CalendarOverrides pinned(Pin newPin) {
        return new CalendarOverrides(Optional.of(newPin), skips);
    }

    /** This with no event that is kept on. */
    public CalendarOverrides unpinned() {
        return new CalendarOverrides(Optional.empty(), skips);
    }

    /** This with an event left out once; a pin of the same event, which would keep it on, is dropped. */
    public CalendarOverrides skipping(Skip skip) {
        return new CalendarOverrides(
                pin.filter(it -> !UserText.isSameName(it.path(), skip.path())),
                Stream.concat(unskipped(skip.path()).skips().stream(), Stream.of(skip))
                        .toList());
    }

    /** This without the skip of the event at {@code path}. */
    public CalendarOverrides unskipped(String path) {
        return new CalendarOverrides(
                pin, skips.stream().filter(isOf(path).negate()).toList());
    }

    /** The skip of the event at {@code path}, if any. */
    public Optional<Skip> skip(String path) {
        return skips.stream().filter(isOf(path)).findFirst();
    }

    /** Whether this run of the days of {@code event} is left out. */
    public boolean leaveOut(CalendarItem event, DateRange run) {
        return skip(event.path()).filter(skip -> skip.leavesOut(event, run)).isPresent();
    }

    private static Predicate<Skip> isOf(String path) {
        return skip -> UserText.isSameName(skip.path(), path);
    }
}
