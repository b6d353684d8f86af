package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RepositoryUnavailableException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs a step for many items on threads that end with the call. After the first failure, running steps are canceled and
 * no others start.
 */
final class ParallelFetcher {
    private static final int SHUTDOWN_TIMEOUT_SECONDS = 5;

    private ParallelFetcher() {}

    /** The step that is run for each item. */
    interface Step<T> {
        void run(T item) throws RepositoryUnavailableException, InterruptedException;
    }

    /**
     * Runs the step for every item. Blocks until all are done, and then waits a bounded time for the threads to end.
     *
     * @param maxThreads the maximum number of steps at the same time
     * @param cancel cancels steps that do not react to interruption
     * @throws RepositoryUnavailableException if a step failed, or this thread was interrupted
     */
    static <T> void forEach(Collection<T> items, int maxThreads, Step<T> step, Runnable cancel)
            throws RepositoryUnavailableException {
        if (items.isEmpty()) {
            return;
        }
        var threads = Executors.newFixedThreadPool(Math.min(maxThreads, items.size()), ParallelFetcher::thread);
        try {
            var steps = new ExecutorCompletionService<T>(threads);
            for (var item : items) {
                steps.submit(() -> {
                    step.run(item);
                    return item;
                });
            }
            for (var i = 0; i < items.size(); i++) {
                steps.take().get();
            }
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryUnavailableException("The fetch from GitHub was interrupted.", Optional.empty(), e);
        } finally {
            shutDown(threads, cancel);
        }
    }

    private static RepositoryUnavailableException unwrap(ExecutionException e) {
        var cause = e.getCause();
        if (cause instanceof RepositoryUnavailableException unavailable) {
            return unavailable;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    private static void shutDown(ExecutorService threads, Runnable cancel) {
        threads.shutdownNow();
        cancel.run();
        try {
            threads.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "branding-fetch");
        thread.setDaemon(true);
        return thread;
    }
}
