package dev.brandingbot.cog.daemon;

import dev.brandingbot.cog.modlog.AlertSnapshot;
import dev.brandingbot.cog.modlog.ModLog;
import dev.brandingbot.cog.scheduledevent.ScheduledEventSync;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One check of the daemon: synchronizes the guild, then its scheduled events, and then sends alerts.
 *
 * @param synchronization synchronizes the guild
 * @param snapshot returns the last snapshot of the repository
 * @param syncScheduledEvents updates the scheduled events, if enabled
 * @param modLog alerts moderators, if enabled
 */
public record DaemonCycle(
        Supplier<SyncReport> synchronization,
        Supplier<Optional<Snapshot>> snapshot,
        Optional<ScheduledEventSync> syncScheduledEvents,
        Optional<ModLog> modLog)
        implements DaemonTask {
    @Override
    public SyncReport runCheck() {
        var report = synchronization.get();
        var published = syncScheduledEvents(report).stream().toList();
        modLog.ifPresent(words -> words.report(report, published));
        return report;
    }

    /** Updates the scheduled events after a complete fetch. */
    private Optional<AlertSnapshot> syncScheduledEvents(SyncReport report) {
        return report instanceof SyncReport.NotDecided
                ? Optional.empty()
                : syncScheduledEvents.flatMap(events -> snapshot.get().flatMap(events::synchronize));
    }

    @Override
    public void onRedisFailure(StateUnavailableException failure) {
        modLog.ifPresent(words -> words.reportRedisFailure(failure));
    }
}
