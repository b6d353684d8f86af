package dev.brandingbot.cog.daemon;

import dev.brandingbot.support.BoundedExecutor;
import dev.brandingbot.sync.lock.LeaseRenewer;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that a cog works on.
 *
 * @param executor the host's executor, never shut down here; runs what does not need the lock on the guild
 * @param exclusive runs what needs that lock, one after the other on the host's executor. Waiting work occupies no thread, so two
 *     are enough
 * @param leases acquires and renews locks from one thread of its own
 */
public record CogThreads(ScheduledExecutorService executor, Executor exclusive, LeaseRenewer leases)
        implements AutoCloseable {
    /** Creates the threads of a cog. */
    public static CogThreads create(ScheduledExecutorService executor, long guildId) {
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
