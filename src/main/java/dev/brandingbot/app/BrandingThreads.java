package dev.brandingbot.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which the bot does its own work; JDA has others. */
final class BrandingThreads implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrandingThreads.class);

    /** One for the daemon, one for the heartbeat, pauses and turns, and for commands as many as may wait for each other. */
    private static final int THREADS = 8;

    private static final Duration TO_FINISH = Duration.ofSeconds(4);
    private static final Duration TO_ABANDON = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor executor;

    BrandingThreads() {
        AtomicInteger number = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "branding-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    /** Lets the work in hand finish for some seconds, then interrupts it. What has not begun does not begin. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                boolean isAbandoned = executor.awaitTermination(TO_ABANDON.toMillis(), TimeUnit.MILLISECONDS);
                log.debug("Abandoned the running work; the next start takes it up again. ended={}", isAbandoned);
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
