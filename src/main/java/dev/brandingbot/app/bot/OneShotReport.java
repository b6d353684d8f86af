package dev.brandingbot.app.bot;

import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command that syncs once prints. Unlike the daemon it does not promise another attempt, and a dry run says what would be
 * done.
 *
 * @param isDryRun whether nothing was changed
 */
record OneShotReport(boolean isDryRun) {
    /** Returns {@code report} line by line. */
    List<String> lines(SyncReport report) {
        if (report instanceof SyncReport.Synchronized synced) {
            // The first sentence names the event.
            return Stream.of(
                            report.summaryLines().stream().limit(1),
                            Stream.of("Banner: " + text(synced.banner()), "Icon: " + text(synced.icon())),
                            text(synced.announcement()).stream())
                    .flatMap(lines -> lines)
                    .toList();
        }
        return report.summaryLines();
    }

    private String text(AssetOutcome outcome) {
        if (outcome instanceof AssetOutcome.Failed failed) {
            return "failed. " + failed.reason();
        }
        return isDryRun && outcome instanceof AssetOutcome.Applied
                ? "would apply " + outcome.text().replaceFirst("^applied ", "")
                : outcome.text();
    }

    private Optional<String> text(AnnouncementOutcome outcome) {
        if (outcome instanceof AnnouncementOutcome.Failed failed) {
            return Optional.of("The announcement failed. " + failed.reason());
        }
        return isDryRun && outcome instanceof AnnouncementOutcome.Sent
                ? Optional.of("The event would be announced.")
                : outcome.text();
    }
}
