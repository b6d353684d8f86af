package dev.brandingbot.sync;

import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes history entries from a change to the overrides.
 *
 * @param at when the overrides were changed
 * @param invoker the member whose command it was
 */
record OverrideHistory(Instant at, Invoker invoker) {
    /** Returns the entries, oldest first; empty if nothing was changed. */
    List<HistoryEntry> entries(CalendarOverrides before, CalendarOverrides after) {
        return Stream.of(
                        without(before.skips(), after.skips()).map(skip -> skip(HistoryAction.UNSKIP, skip)),
                        pin(before.pin(), after.pin()).stream(),
                        without(after.skips(), before.skips()).map(skip -> skip(HistoryAction.SKIP, skip)))
                .flatMap(entries -> entries)
                .toList();
    }

    private Optional<HistoryEntry> pin(Optional<Pin> before, Optional<Pin> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return after.map(pin -> entry(HistoryAction.PIN, pin.path(), pin.until().map(Object::toString)))
                .or(() -> before.map(pin -> entry(HistoryAction.UNPIN, pin.path(), Optional.empty())));
    }

    private HistoryEntry skip(HistoryAction action, Skip skip) {
        var days = skip.days();
        return entry(action, skip.path(), Optional.of(days.first() + " to " + days.last()));
    }

    private HistoryEntry entry(HistoryAction action, String path, Optional<String> detail) {
        return HistoryEntry.of(at, action, path, detail, invoker);
    }

    private static Stream<Skip> without(List<Skip> skips, List<Skip> others) {
        return skips.stream().filter(skip -> !others.contains(skip));
    }
}
