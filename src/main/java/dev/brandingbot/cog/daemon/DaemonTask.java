package dev.brandingbot.cog.daemon;

import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;

/** What the daemon does when it is time. */
@FunctionalInterface
public interface DaemonTask {
    /** Looks at the repository, and does all that follows from it. */
    SyncReport runCheck();

    /** Redis could not be used, so it may not even be known whether it is time. */
    default void onRedisFailure(StateUnavailableException failure) {}
}
