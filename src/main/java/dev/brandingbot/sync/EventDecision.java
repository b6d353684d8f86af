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

/** The decision which event should be active. */
sealed interface EventDecision {
    /** Formats a day like {@code November 28, 2026}. */
    DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    /**
     * This event should be active.
     *
     * @param event the event
     */
    record Show(BrandingEvent event) implements EventDecision {}

    /**
     * The current branding stays.
     *
     * @param finding why, and how to fix it
     */
    record Keep(Finding finding) implements EventDecision {}

    /**
     * Decides which event should be active. An active event that now has errors stays active until its last known day, unless
     * another dated event is scheduled; a fallback that now has errors stays until there is another fallback.
     */
    static EventDecision of(EventCandidates candidates, AppliedBranding applied, LocalDate today) {
        var calendar = candidates.calendar();
        var invalid = applied.event()
                .filter(event -> candidates.snapshot().invalidEvents().contains(event.path()));
        return calendar.pinnedOrDatedOn(today)
                .<EventDecision>map(Show::new)
                .or(() -> invalid.filter(event -> candidates.isScheduled(event, today))
                        .map(EventDecision::keepActive))
                .or(() -> calendar.fallback().map(Show::new))
                .or(() -> invalid.filter(ActiveEvent::isFallback).map(EventDecision::keepActive))
                .orElseGet(() -> new Keep(FindingCode.NO_ACTIVE_EVENT.finding(
                        "events",
                        "No event is scheduled for %s, and there is no fallback. Add `fallback: true` to one event's meta.md."
                                .formatted(FORMAT.format(today)))));
    }

    /** The calendar entries to store, including those of an event with errors that stays active. */
    default List<EventSummary> calendar(Snapshot snapshot, AppliedBranding applied) {
        var kept = applied.event().filter(event -> snapshot.invalidEvents().contains(event.path()));
        return Stream.concat(entries(snapshot).stream(), kept.map(EventSummary::of).stream())
                .toList();
    }

    /** The calendar entries of a snapshot. */
    static List<EventSummary> entries(Snapshot snapshot) {
        return snapshot.events().stream().map(EventSummary::of).toList();
    }

    private static EventDecision keepActive(ActiveEvent event) {
        return new Keep(FindingCode.ACTIVE_EVENT_INVALID.finding(
                event.path(),
                "The active event now has errors; the current branding is kept. Fix the errors listed for it."));
    }
}
