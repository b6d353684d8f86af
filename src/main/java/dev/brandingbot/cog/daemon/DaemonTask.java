package dev.brandingbot.cog.daemon;

import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;

/** The work of one check. */
@FunctionalInterface
public interface DaemonTask {
    /** Runs a check. */
    SyncReport runCheck();

    /** Called when Redis fails, so that a check could not run. */
    default void onRedisFailure(StateUnavailableException failure) {}
}
