package dev.brandingbot.cog;

import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The daemon's rounds: each brings the guild in step, and then tells moderators what they should know.
 *
 * @param synchronisation brings the guild in step
 * @param modLog tells moderators, where that is wanted
 */
record Rounds(Supplier<SyncReport> synchronisation, Optional<ModLog> modLog) implements DaemonWork {
    @Override
    public SyncReport look() {
        var report = synchronisation.get();
        modLog.ifPresent(words -> words.looked(report, List.of()));
        return report;
    }

    @Override
    public void sawRedisFail(StateUnavailableException failure) {
        modLog.ifPresent(words -> words.sawRedisFail(failure));
    }
}
