package dev.brandingbot.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneShotReportTest {
    private static final Asset ASSET = new Asset("icon.png", "0".repeat(40), 1);
    private static final BrandingEvent EVENT = new BrandingEvent(
            "events/pride", EventMetadata.of(Optional.empty(), "Words"), "", List.of(ASSET), List.of(ASSET));

    @Test
    void describesWhatADryRunWouldDo() {
        var report = report(new AssetOutcome.Applied(ASSET), new AnnouncementOutcome.Sent());

        assertThat(new OneShotReport(true).lines(report))
                .containsExactly(
                        report.summaryLines().get(0),
                        "Banner: would apply icon.png",
                        "Icon: would apply icon.png",
                        "The event would be announced.");
        assertThat(new OneShotReport(false).lines(report)).isEqualTo(report.summaryLines());
    }

    @Test
    void promisesNoOtherAttempt() {
        var report = report(new AssetOutcome.Failed("Discord is down."), new AnnouncementOutcome.Failed("So it is."));

        assertThat(new OneShotReport(false).lines(report))
                .containsExactly(
                        report.summaryLines().get(0),
                        "Banner: failed. Discord is down.",
                        "Icon: failed. Discord is down.",
                        "The announcement failed. So it is.");
    }

    @Test
    void explainsWhyNothingWasDecided() {
        var report = new SyncReport.NotDecided("GitHub is down.", Optional.empty());

        assertThat(new OneShotReport(true).lines(report)).isEqualTo(report.summaryLines());
    }

    private static SyncReport report(AssetOutcome outcome, AnnouncementOutcome announcement) {
        return new SyncReport.Synchronized(EVENT, true, outcome, outcome, announcement, List.of());
    }
}
