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
 * The step from one event to the next, or to the same one renewed.
 *
 * @param event the event that should be on
 * @param today the day, in UTC
 */
record EventTransition(BrandingEvent event, LocalDate today) {
    /** The days on which the event is on this time; nothing for a fallback, and for one that is pinned outside its days. */
    Optional<DateRange> days() {
        return event.dates().flatMap(dates -> dates.occurrenceOn(today));
    }

    /** Whether the event is not yet the one that is remembered as being on. */
    boolean isSwitch(AppliedBranding before) {
        return !before.event().map(ActiveEvent::path).equals(Optional.of(event.path()));
    }

    /** Whether the event is the one that is on already, whose folder was renamed. */
    boolean isRename(Snapshot snapshot, AppliedBranding before) {
        return before.event()
                .filter(previous -> !snapshot.contains(previous.path()))
                .filter(previous -> previous.metaSha().equals(event.metaSha()) || hasSameImages(before))
                .isPresent();
    }

    /** Of the kinds of which the previous event has something on, which may be one only. */
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

    /** What is to be remembered when the event is on: in the same step as its first asset. */
    AppliedBranding applyTo(AppliedBranding before) {
        var renewed = before.withEvent(ActiveEvent.of(event));
        return isSwitch(before) || event.isFallback()
                ? renewed.withAnnouncement(announcementDueSince(before))
                : renewed;
    }

    /** What is to be remembered when the event that is on got another path. */
    AppliedBranding renameIn(AppliedBranding before) {
        var previous = before.event().map(ActiveEvent::path).orElseThrow();
        return before.renamed(previous, ActiveEvent.of(event));
    }

    /**
     * The fallback is never announced, and nothing is announced twice in one run of its days, be it moved meanwhile. One that is
     * pinned outside its days waits for them.
     */
    private Optional<LocalDate> announcementDueSince(AppliedBranding before) {
        var isAnnounced = Optional.ofNullable(before.announced().get(event.path()))
                .filter(this::isInThisOccurrence)
                .isPresent();
        return event.isFallback() || isAnnounced ? Optional.empty() : Optional.of(today);
    }

    /** Its dates tell, unless the event was moved meanwhile. */
    private boolean isInThisOccurrence(LocalDate day) {
        if (day.isAfter(today)) {
            return false;
        }
        var run = event.dates().flatMap(dates -> dates.occurrenceOn(day));
        var areBothKnown = run.isPresent() && days().isPresent();
        return areBothKnown ? run.equals(days()) : day.isAfter(today.minusMonths(CalendarItem.MIN_MONTHS_BETWEEN));
    }
}
