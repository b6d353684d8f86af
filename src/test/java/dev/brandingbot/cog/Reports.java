package dev.brandingbot.cog;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.Event;
import dev.brandingbot.event.EventDates;
import dev.brandingbot.event.EventMeta;
import dev.brandingbot.repository.EventFacts;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.AssetOutcome;
import dev.brandingbot.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of synchronisations that were never made. */
final class Reports {
    static final Asset BANNER = new Asset("events/pride/banners/flag.png", "b1", 10);
    static final Asset ICON = new Asset("events/pride/server_icons/heart.png", "i1", 10);

    private Reports() {}

    static Event event(String path) {
        return new Event(
                path,
                EventMeta.of(EventDates.parse("June 1 to June 30"), "Colours"),
                "m1",
                List.of(BANNER),
                List.of(ICON));
    }

    /** An event that is left out. */
    static EventFacts invalid(String path) {
        return new EventFacts(path, false, false, EventMeta.of(Optional.empty(), ""), List.of(), List.of());
    }

    /** All is as it should be. */
    static SyncReport inStep() {
        return inStep(List.of());
    }

    static SyncReport inStep(List<Finding> findings) {
        return new SyncReport.Synchronised(
                event("events/pride"),
                true,
                new AssetOutcome.Applied(BANNER),
                new AssetOutcome.Unchanged(ICON),
                new AnnouncementOutcome.Sent(),
                findings);
    }

    /** The banner is to be tried again. */
    static SyncReport notInStep() {
        return failed("Discord did not answer in time.");
    }

    static SyncReport failed(String reason) {
        return new SyncReport.Synchronised(
                event("events/pride"),
                false,
                new AssetOutcome.Failed(reason),
                new AssetOutcome.Skipped(reason),
                new AnnouncementOutcome.Failed(reason),
                List.of());
    }

    /** GitHub asks to wait until {@code retryAt}. */
    static SyncReport undecided(Instant retryAt) {
        return new SyncReport.Undecided("GitHub's limit is used up.", Optional.of(retryAt));
    }
}
