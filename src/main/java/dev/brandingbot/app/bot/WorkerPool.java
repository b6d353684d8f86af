package dev.brandingbot.app.bot;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's threads, besides those of JDA. */
final class WorkerPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    /** One thread for checks and the commands that wait for them, one for the heartbeat and delays, the others for other commands. */
    private static final int THREADS = 8;

    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor executor;

    WorkerPool() {
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

    /** Waits some seconds for running tasks, then interrupts them. Tasks that have not started are dropped. Blocks. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(FINISH_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                boolean isTerminated = executor.awaitTermination(CANCEL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
                log.debug("Interrupted running tasks; the next start continues them. ended={}", isTerminated);
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
