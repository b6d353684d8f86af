package dev.brandingbot.sync;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.LastCheck;
import dev.brandingbot.support.SafeText;
import dev.brandingbot.sync.asset.AssetOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report of one synchronization. */
public sealed interface SyncReport {
    /** Whether the guild is in sync; false if anything has to be retried. */
    boolean isInSync();

    /** The report in sentences for moderators. */
    List<String> summaryLines();

    /** What will be retried and why, in sentences for moderators. */
    List<String> pendingLines();

    /** The findings in the repository. */
    List<Finding> findings();

    /** Returns the summary to store for a check that ended at {@code now}. */
    default LastCheck summary(Instant now) {
        var problems = findings().stream()
                .map(finding -> new LastCheck.RecordedFinding(finding.isError(), finding.path(), finding.text()))
                .toList();
        return new LastCheck(now, isInSync(), summaryLines(), pendingLines(), problems, problems.size());
    }

    /**
     * The active event was decided, and its assets were applied as far as possible.
     *
     * @param event the event that should be active
     * @param isEntered whether the event became active in this synchronization
     * @param banner the outcome of the banner
     * @param icon the outcome of the icon
     * @param announcement the outcome of the announcement
     * @param findings the findings in the repository
     */
    record Synchronized(
            BrandingEvent event,
            boolean isEntered,
            AssetOutcome banner,
            AssetOutcome icon,
            AnnouncementOutcome announcement,
            List<Finding> findings)
            implements SyncReport {
        public Synchronized {
            findings = List.copyOf(findings);
        }

        /** Whether everything that the guild supports is applied and nothing was skipped. */
        public boolean isComplete() {
            return isInSync() && isAppliedAsFarAsSupported(banner) && isAppliedAsFarAsSupported(icon);
        }

        private static boolean isAppliedAsFarAsSupported(AssetOutcome outcome) {
            return outcome.isActive() || outcome instanceof AssetOutcome.NotSupported;
        }

        @Override
        public boolean isInSync() {
            return (banner.isActive() || icon.isActive())
                    && !(banner instanceof AssetOutcome.Failed)
                    && !(icon instanceof AssetOutcome.Failed)
                    && !(announcement instanceof AnnouncementOutcome.Failed);
        }

        @Override
        public List<String> summaryLines() {
            var lines = Stream.of(
                    "Active event: %s (%s).".formatted(event.title(), SafeText.toSingleLine(event.path())),
                    "Banner: " + banner.text(),
                    "Icon: " + icon.text());
            return Stream.concat(lines, announcement.text().stream()).toList();
        }

        @Override
        public List<String> pendingLines() {
            return Stream.of(open("Banner", banner), open("Icon", icon), announcement.pending())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static Optional<String> open(String name, AssetOutcome outcome) {
        return Optional.of(outcome)
                .filter(AssetOutcome.Failed.class::isInstance)
                .map(failed -> name + ": " + failed.text());
    }

    /**
     * The current branding stays, because no event can become active.
     *
     * @param finding why, and how to fix it
     * @param findings the findings in the repository, including that one
     * @param isRestored false if the branding was to be applied again, which was not possible
     */
    record Unchanged(Finding finding, List<Finding> findings, boolean isRestored) implements SyncReport {
        private static final String NOT_UNDONE = "Manual changes, if there were any, were not undone.";

        public Unchanged {
            findings = List.copyOf(findings);
        }

        @Override
        public boolean isInSync() {
            return isRestored;
        }

        @Override
        public List<String> summaryLines() {
            var kept = "The branding stays as it is. " + finding.message();
            return isRestored ? List.of(kept) : List.of(kept, NOT_UNDONE);
        }

        @Override
        public List<String> pendingLines() {
            return isRestored ? List.of() : List.of(NOT_UNDONE);
        }
    }

    /**
     * Nothing was decided, because the repository could not be fetched or another instance holds the lock.
     *
     * @param reason what happened and what to do
     * @param retryAt the earliest useful time for a retry, if known
     */
    record NotDecided(String reason, Optional<Instant> retryAt) implements SyncReport {
        @Override
        public boolean isInSync() {
            return false;
        }

        @Override
        public List<String> summaryLines() {
            return List.of("The branding was not changed. " + reason);
        }

        @Override
        public List<String> pendingLines() {
            return List.of(reason);
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }
}
