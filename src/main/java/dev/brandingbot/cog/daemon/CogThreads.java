package dev.brandingbot.cog.daemon;

import dev.brandingbot.support.BoundedExecutor;
import dev.brandingbot.sync.lock.LeaseRenewer;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that a cog works on.
 *
 * @param executor the host's, never shut down here; what does not wait for the lock on the guild runs there
 * @param exclusive runs what waits for that lock, one after the other on the host's executor: what waits takes no thread, so two
 *     are enough
 * @param leases acquires and renews locks from one thread of its own
 */
public record CogThreads(ScheduledExecutorService executor, Executor exclusive, LeaseRenewer leases)
        implements AutoCloseable {
    /** The threads of the cog of one guild. */
    public static CogThreads on(ScheduledExecutorService executor, long guildId) {
        return new CogThreads(
                executor,
                new BoundedExecutor(executor, 1),
                new LeaseRenewer("branding-lock-" + Long.toUnsignedString(guildId)));
    }

    /** Ends the thread that renews locks, as soon as none is held. */
    @Override
    public void close() {
        leases.close();
    }
}
