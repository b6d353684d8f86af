package dev.brandingbot.app.bot;

import dev.brandingbot.sync.AnnouncementOutcome;
import dev.brandingbot.sync.SyncReport;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Formats the result of {@code run --once} and {@code run --dry-run}. Unlike the daemon's report it does not promise a retry.
 *
 * @param isDryRun whether it was a dry run, whose report says what would be changed
 */
record OneShotReport(boolean isDryRun) {
    /** Returns the lines of a report. */
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
