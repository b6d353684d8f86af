package dev.brandingbot.sync;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.Pin;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.sync.asset.AssetSelection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events that can become active, with the overrides of moderators.
 *
 * @param snapshot a complete fetch of the repository
 * @param overrides the overrides that apply today
 */
record EventCandidates(Snapshot snapshot, CalendarOverrides overrides) {
    /** Returns the candidates without an event of which no asset of one kind can be used. */
    EventCandidates without(BrandingEvent event, AssetSelection.Unusable unusable) {
        return new EventCandidates(snapshot.withInvalid(event, unusable.kind(), unusable.findings()), overrides);
    }

    /** The calendar with the overrides. A pin of an event that can't be applied is ignored. */
    EventCalendar<BrandingEvent> calendar() {
        return snapshot.calendar().withOverrides(overrides);
    }

    /** Whether the event is scheduled for {@code today} and not skipped. */
    boolean isScheduled(ActiveEvent event, LocalDate today) {
        return event.dates()
                .flatMap(dates -> dates.occurrenceOn(today))
                .filter(days -> !overrides.isSkipped(event, days))
                .isPresent();
    }

    /** The findings in the repository, including an ignored pin. */
    List<Finding> findings() {
        return Stream.concat(ignoredPin().stream(), snapshot.findings().stream())
                .toList();
    }

    private Optional<Finding> ignoredPin() {
        return overrides
                .pin()
                .map(Pin::path)
                .filter(path -> snapshot.calendar().event(path).isEmpty())
                .map(path -> FindingCode.PINNED_EVENT_UNAVAILABLE.finding(
                        path,
                        snapshot.contains(path)
                                ? "The pinned event has errors, so the pin is ignored. Fix them or run `/branding"
                                        + " event unpin`."
                                : "The pinned event is no longer in the repository, so the pin is ignored. Restore the"
                                        + " event or run `/branding event unpin`."));
    }
}
