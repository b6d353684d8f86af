package dev.brandingbot.sync;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which event should be on. */
sealed interface EventDecision {
    /** Formats a day like {@code November 28, 2026}. */
    DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    /**
     * This one.
     *
     * @param event the event
     */
    record Show(BrandingEvent event) implements EventDecision {}

    /**
     * What is on stays, whatever it is.
     *
     * @param finding why, and how to mend it
     */
    record Keep(Finding finding) implements EventDecision {}

    /**
     * Decides by a whole look at the repository, by what moderators adjusted, and by what is on. An event that broke while it
     * was on stays on until the last day that is known of it, unless another dated one is on; a fallback that broke, until there
     * is another.
     */
    static EventDecision of(EventCandidates outlook, AppliedBranding remembered, LocalDate today) {
        var calendar = outlook.calendar();
        var broken = remembered
                .event()
                .filter(event -> outlook.snapshot().invalidEvents().contains(event.path()));
        return calendar.pinnedOrDatedOn(today)
                .<EventDecision>map(Show::new)
                .or(() -> broken.filter(event -> outlook.isScheduled(event, today))
                        .map(EventDecision::keepActive))
                .or(() -> calendar.fallback().map(Show::new))
                .or(() -> broken.filter(ActiveEvent::isFallback).map(EventDecision::keepActive))
                .orElseGet(() -> new Keep(FindingCode.NO_ACTIVE_EVENT.finding(
                        "events",
                        "No event is scheduled for %s, and there is no fallback. Add `fallback: true` to one event's meta.md."
                                .formatted(FORMAT.format(today)))));
    }

    /** What is to be remembered of all events; that includes one that broke and stays on. */
    default List<EventSummary> calendar(Snapshot snapshot, AppliedBranding remembered) {
        var kept = remembered.event().filter(event -> snapshot.invalidEvents().contains(event.path()));
        return Stream.concat(entries(snapshot).stream(), kept.map(EventSummary::of).stream())
                .toList();
    }

    /** The events of a look. */
    static List<EventSummary> entries(Snapshot snapshot) {
        return snapshot.events().stream().map(EventSummary::of).toList();
    }

    private static EventDecision keepActive(ActiveEvent event) {
        return new Keep(FindingCode.ACTIVE_EVENT_INVALID.finding(
                event.path(),
                "The active event now has errors; the current branding is kept. Fix the errors listed for it."));
    }
}
