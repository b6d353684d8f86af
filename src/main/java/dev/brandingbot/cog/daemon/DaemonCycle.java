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
 * The daemon's rounds: each brings the guild in step, then its scheduled events, and then tells moderators what they should know.
 *
 * @param synchronization brings the guild in step
 * @param snapshot the repository as it was seen last
 * @param syncScheduledEvents keeps events published, where that is wanted
 * @param modLog tells moderators, where that is wanted
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

    /** Only a whole look says which events there are. */
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
