package dev.brandingbot.cog;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of synchronisations that were never made. */
public final class SyncReports {
    public static final Asset BANNER = new Asset("events/pride/banners/flag.png", "b1", 10);
    public static final Asset ICON = new Asset("events/pride/server_icons/heart.png", "i1", 10);

    private SyncReports() {}

    public static BrandingEvent event(String path) {
        return new BrandingEvent(
                path,
                EventMetadata.of(EventDates.parse("June 1 to June 30"), "Colours"),
                "m1",
                List.of(BANNER),
                List.of(ICON));
    }

    /** An event that is left out. */
    public static InspectedEvent invalid(String path) {
        return new InspectedEvent(path, false, false, EventMetadata.of(Optional.empty(), ""), List.of(), List.of());
    }

    /** All is as it should be. */
    public static SyncReport inSync() {
        return inSync(List.of());
    }

    public static SyncReport inSync(List<Finding> findings) {
        return new SyncReport.Synchronized(
                event("events/pride"),
                true,
                new AssetOutcome.Applied(BANNER),
                new AssetOutcome.Unchanged(ICON),
                new AnnouncementOutcome.Sent(),
                findings);
    }

    /** The banner is to be tried again. */
    public static SyncReport notInSync() {
        return failed("Discord did not answer in time.");
    }

    public static SyncReport failed(String reason) {
        return new SyncReport.Synchronized(
                event("events/pride"),
                false,
                new AssetOutcome.Failed(reason),
                new AssetOutcome.Skipped(reason),
                new AnnouncementOutcome.Failed(reason),
                List.of());
    }

    /** GitHub asks to wait until {@code retryAt}. */
    public static SyncReport undecided(Instant retryAt) {
        return new SyncReport.NotDecided("GitHub's limit is used up.", Optional.of(retryAt));
    }
}
