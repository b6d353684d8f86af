package dev.brandingbot.sync.lock;

import dev.brandingbot.state.Lease;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acquires leases and renews them until they are released, from one daemon thread of its own: a lease is not lost because all
 * threads of the host wait for something. The thread starts with the first lease. Thread-safe.
 */
public final class LeaseRenewer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LeaseRenewer.class);

    private static final int RENEWALS_PER_TERM = 5;

    /** A renewal that failed is retried this often, so that a Redis that is gone for some seconds costs no lease. */
    private static final int ATTEMPTS_PER_TERM = 20;

    private final ScheduledThreadPoolExecutor executor;
    private final Map<Lease, Future<?>> renewals = new ConcurrentHashMap<>();

    /** @param threadName the name of the thread */
    public LeaseRenewer(String threadName) {
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, threadName);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    }

    /**
     * Acquires a lease unless somebody else holds it, and renews it from then on. Blocks while it asks Redis.
     *
     * @return whether it is held
     * @throws StateUnavailableException if Redis fails
     */
    public boolean acquire(Lease lease) {
        var isHeld = lease.tryAcquire();
        if (isHeld) {
            renewals.computeIfAbsent(lease, this::startRenewing);
        }
        return isHeld;
    }

    /** Stops renewing a lease and releases it; it expires by itself if Redis fails. */
    public void release(Lease lease) {
        var renewal = renewals.remove(lease);
        if (renewal != null) {
            renewal.cancel(false);
        }
        try {
            lease.release();
        } catch (StateUnavailableException e) {
            log.debug("Could not release a lease; it will expire. reason={}", e.reason());
        }
    }

    /** Renews nothing that is acquired from now on. The thread ends as soon as no lease is left to renew. */
    @Override
    public void close() {
        executor.shutdown();
    }

    private @Nullable Future<?> startRenewing(Lease lease) {
        var delay = lease.term().dividedBy(ATTEMPTS_PER_TERM).toMillis();
        try {
            return executor.scheduleWithFixedDelay(new Renewal(lease), delay, delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("A lease that was acquired after the close is not renewed; it will expire.");
            return null;
        }
    }

    /** Renews one lease in real time, whatever the clock says. A lease that is lost stays lost. */
    private static final class Renewal implements Runnable {
        private final Lease lease;
        private final Duration interval;
        private long renewedAt = System.nanoTime();

        Renewal(Lease lease) {
            this.lease = lease;
            this.interval = lease.term().dividedBy(RENEWALS_PER_TERM);
        }

        @Override
        public void run() {
            var now = System.nanoTime();
            if (now - renewedAt >= interval.toNanos()) {
                renew(now);
            }
        }

        private void renew(long now) {
            try {
                lease.renew();
                renewedAt = now;
            } catch (StateUnavailableException e) {
                log.debug("Could not renew a lease; retrying. reason={}", e.reason());
            }
        }
    }
}
