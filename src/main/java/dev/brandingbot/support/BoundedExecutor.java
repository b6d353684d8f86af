package dev.brandingbot.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses few threads of an executor at a time, in the order of the tasks: what waits for GitHub must not hold up everything else there,
 * and images that are decoded side by side take memory. Safe for use by several threads.
 */
public final class BoundedExecutor implements Executor {
    private static final Logger log = LoggerFactory.getLogger(BoundedExecutor.class);

    private final Executor executor;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int workers;
    /** Workers that have not taken their task yet. */
    private int coming;

    /**
     * @param executor not shut down here
     * @param most how many of its threads are used at a time
     */
    public BoundedExecutor(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        if (isWorkerWantedFor(task)) {
            start(task);
        }
    }

    private synchronized boolean isWorkerWantedFor(Runnable task) {
        waiting.add(task);
        var isWanted = workers < most;
        workers += isWanted ? 1 : 0;
        coming += isWanted ? 1 : 0;
        return isWanted;
    }

    private void start(Runnable task) {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            withdraw(task);
            throw e;
        }
    }

    private synchronized void withdraw(Runnable task) {
        workers--;
        coming--;
        waiting.remove(task);
    }

    /** One task, and then back in the line of the executor's other tasks. */
    private void work() {
        try {
            next().run();
        } finally {
            if (hasMore()) {
                goOn();
            }
        }
    }

    private void goOn() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            log.debug("Tasks are dropped, because their executor was shut down. tasks={}", drop());
        }
    }

    /** Leaves as many tasks as there are other workers to come. */
    private synchronized int drop() {
        coming--;
        workers--;
        var dropped = waiting.size() - coming;
        while (waiting.size() > coming) {
            waiting.remove();
        }
        return dropped;
    }

    /** There is one for each worker that comes. */
    private synchronized Runnable next() {
        coming--;
        return waiting.remove();
    }

    private synchronized boolean hasMore() {
        var isMore = waiting.size() > coming;
        coming += isMore ? 1 : 0;
        workers -= isMore ? 0 : 1;
        return isMore;
    }
}
