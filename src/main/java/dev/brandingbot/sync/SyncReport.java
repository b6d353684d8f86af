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

/** What one synchronisation did, or why it did nothing. */
public sealed interface SyncReport {
    /** Whether the guild shows what it should, as far as that can be decided. */
    boolean isInSync();

    /** The report in whole sentences, for moderators. */
    List<String> summaryLines();

    /** What is still to be done and is tried again, with the reasons, in whole sentences. */
    List<String> pendingLines();

    /** What is wrong with the repository. */
    List<Finding> findings();

    /** What is to be remembered of this when it ends at {@code now}. */
    default LastCheck summary(Instant now) {
        var problems = findings().stream()
                .map(finding -> new LastCheck.RecordedFinding(finding.isError(), finding.path(), finding.text()))
                .toList();
        return new LastCheck(now, isInSync(), summaryLines(), pendingLines(), problems, problems.size());
    }

    /**
     * It was decided what should be on.
     *
     * @param event the event that should be on
     * @param isEntered whether it was entered now
     * @param banner what became of the banner
     * @param icon what became of the icon
     * @param announcement what became of the announcement
     * @param findings what is wrong with the repository
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

        /** Whether the event is on with all that the guild can show of it, and nothing was skipped. */
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
     * What is on stays, because the repository does not say what else should be.
     *
     * @param finding why, and how to mend it
     * @param findings what is wrong with the repository, that one included
     * @param isRestored whether it is what is remembered; not when it was to be put on again and could not
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
     * Nothing was decided, because the repository could not be looked at.
     *
     * @param reason what happened and what to do
     * @param retryAt when it makes sense to try again, where that is known
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
