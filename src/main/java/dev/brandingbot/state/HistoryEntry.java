package dev.brandingbot.state;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the history.
 *
 * @param at when it happened
 * @param action what was done
 * @param event the path of the event
 * @param detail the path of the asset, the last day of the pin, or the skipped days
 * @param reason why an asset was applied
 * @param invoker the moderator whose command led to it; empty for the daemon
 */
public record HistoryEntry(
        Instant at,
        HistoryAction action,
        Optional<String> event,
        Optional<String> detail,
        Optional<ApplyReason> reason,
        Optional<Invoker> invoker) {
    /** Creates the entry of a moderator's command about the daemon. */
    public static HistoryEntry of(Instant at, HistoryAction action, Invoker invoker) {
        return new HistoryEntry(at, action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(invoker));
    }

    /** Creates the entry of a moderator's command about an event. */
    public static HistoryEntry of(
            Instant at, HistoryAction action, String event, Optional<String> detail, Invoker invoker) {
        return new HistoryEntry(at, action, Optional.of(event), detail, Optional.empty(), Optional.of(invoker));
    }
}
