package dev.brandingbot.state;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done to the guild's branding.
 *
 * @param at when
 * @param action what
 * @param event the path of the event that it is about
 * @param detail which asset, by its path; of a pin its last day, of a skip the days
 * @param reason why an asset was put on
 * @param invoker whose command led to it; nothing for what the daemon did by itself
 */
public record HistoryEntry(
        Instant at,
        HistoryAction action,
        Optional<String> event,
        Optional<String> detail,
        Optional<ApplyReason> reason,
        Optional<Invoker> invoker) {
    /** A decision of a moderator's about the daemon. */
    public static HistoryEntry of(Instant at, HistoryAction deed, Invoker caller) {
        return new HistoryEntry(at, deed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(caller));
    }

    /** A decision of a moderator's about an event. */
    public static HistoryEntry of(
            Instant at, HistoryAction deed, String event, Optional<String> detail, Invoker caller) {
        return new HistoryEntry(at, deed, Optional.of(event), detail, Optional.empty(), Optional.of(caller));
    }
}
