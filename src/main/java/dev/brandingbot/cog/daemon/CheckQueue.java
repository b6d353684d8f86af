package dev.brandingbot.cog.daemon;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs checks on an executor, one at a time. All requests during a check lead to one more check after it. Requests don't block.
 * Thread-safe.
 */
final class CheckQueue implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CheckQueue.class);

    private final Runnable check;
    private final Executor executor;

    /** Guarded by this. */
    private boolean isBusy;

    /** Completed by the next check to begin, once it has ended. Guarded by this. */
    private @Nullable CompletableFuture<Void> requested;

    private boolean isClosed;

    /**
     * @param check what to run
     * @param executor not closed here
     */
    CheckQueue(Runnable check, Executor executor) {
        this.check = check;
        this.executor = executor;
    }

    /**
     * Requests a check, which begins as soon as none is running.
     *
     * @return completed once a check that began after this call has ended; at once if none begins anymore
     */
    CompletableFuture<Void> request() {
        CompletableFuture<Void> mine;
        synchronized (this) {
            if (isClosed) {
                return CompletableFuture.completedFuture(null);
            }
            mine = Optional.ofNullable(requested).orElseGet(CompletableFuture::new);
            requested = mine;
            if (isBusy) {
                return mine.copy();
            }
            isBusy = true;
        }
        start();
        return mine.copy();
    }

    private void start() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            log.debug("No check begins anymore, because the executor was shut down.");
            close();
        }
    }

    private void run() {
        var answered = removeRequested();
        try {
            if (answered.isPresent()) {
                check.run();
            }
        } finally {
            answered.ifPresent(requests -> requests.complete(null));
            continueIfRequested();
        }
    }

    private synchronized Optional<CompletableFuture<Void>> removeRequested() {
        var lock = Optional.ofNullable(requested);
        requested = null;
        return lock;
    }

    private void continueIfRequested() {
        if (isMoreRequested()) {
            start();
        }
    }

    private synchronized boolean isMoreRequested() {
        isBusy = requested != null;
        return isBusy;
    }

    /** Runs {@code work} in this thread, unless a check is running or about to; no check runs at the same time. */
    void runIfIdle(Runnable work) {
        if (becomeBusy()) {
            try {
                work.run();
            } finally {
                continueIfRequested();
            }
        }
    }

    private synchronized boolean becomeBusy() {
        var isFree = !isBusy && !isClosed;
        isBusy = isBusy || isFree;
        return isFree;
    }

    /** Whether a check is running or about to. */
    synchronized boolean isBusy() {
        return isBusy;
    }

    /** Starts no more checks and completes all requests. A running check continues. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        removeRequested().ifPresent(requests -> requests.complete(null));
    }
}
