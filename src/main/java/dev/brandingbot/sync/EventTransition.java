package dev.brandingbot.sync;

import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transition to another event, or an update of the active one.
 *
 * @param event the event that should be active
 * @param today the day, in UTC
 */
record EventTransition(BrandingEvent event, LocalDate today) {
    /** The event's current occurrence; empty for a fallback and for an event that is pinned outside its dates. */
    Optional<DateRange> days() {
        return event.dates().flatMap(dates -> dates.occurrenceOn(today));
    }

    /** Whether another event than the recorded one becomes active. */
    boolean isSwitch(AppliedBranding before) {
        return !before.event().map(ActiveEvent::path).equals(Optional.of(event.path()));
    }

    /** Whether the event is the active one whose folder was renamed. */
    boolean isRename(Snapshot snapshot, AppliedBranding before) {
        return before.event()
                .filter(previous -> !snapshot.contains(previous.path()))
                .filter(previous -> previous.metaSha().equals(event.metaSha()) || hasSameImages(before))
                .isPresent();
    }

    /** Compares the kinds of which the previous event has an applied asset, which may be only one. */
    private boolean hasSameImages(AppliedBranding before) {
        var previous = before.event().map(ActiveEvent::path);
        var kinds = Stream.of(AssetKind.values())
                .filter(kind -> before.asset(kind).eventPath().equals(previous))
                .toList();
        return !kinds.isEmpty()
                && kinds.stream()
                        .allMatch(kind ->
                                shas(kind).equals(before.asset(kind).useCounts().keySet()));
    }

    private Set<String> shas(AssetKind kind) {
        return event.assets(kind).stream().map(Asset::sha).collect(toSet());
    }

    /** Returns the branding to record when the event becomes active, together with its first asset. */
    AppliedBranding applyTo(AppliedBranding before) {
        var renewed = before.withEvent(ActiveEvent.of(event));
        return isSwitch(before) || event.isFallback()
                ? renewed.withAnnouncement(announcementDueSince(before))
                : renewed;
    }

    /** Returns the branding to record when the active event's folder was renamed. */
    AppliedBranding renameIn(AppliedBranding before) {
        var previous = before.event().map(ActiveEvent::path).orElseThrow();
        return before.renamed(previous, ActiveEvent.of(event));
    }

    /**
     * Returns the day from which the event has to be announced. A fallback is never announced, and an event only once per
     * occurrence, even if its dates were changed. An event that is pinned outside its dates is announced when they begin.
     */
    private Optional<LocalDate> announcementDueSince(AppliedBranding before) {
        var isAnnounced = Optional.ofNullable(before.announced().get(event.path()))
                .filter(this::isInThisOccurrence)
                .isPresent();
        return event.isFallback() || isAnnounced ? Optional.empty() : Optional.of(today);
    }

    /** Compares the occurrences, or the distance in months if the event's dates were changed. */
    private boolean isInThisOccurrence(LocalDate day) {
        if (day.isAfter(today)) {
            return false;
        }
        var run = event.dates().flatMap(dates -> dates.occurrenceOn(day));
        var areBothKnown = run.isPresent() && days().isPresent();
        return areBothKnown ? run.equals(days()) : day.isAfter(today.minusMonths(CalendarItem.MIN_MONTHS_BETWEEN));
    }
}
