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
 * Does the same with many things at once, on threads that live no longer than that. The first failure ends it: what is
 * under way is abandoned and nothing further is begun.
 */
final class ParallelFetcher {
    private static final int SECONDS_TO_END = 5;

    private ParallelFetcher() {}

    /** What is done with each. */
    interface Step<T> {
        void run(T item) throws RepositoryUnavailableException, InterruptedException;
    }

    /**
     * Returns when all is done, or throws what the first failing step threw.
     *
     * @param atOnce how many at the same time
     * @param abandon ends steps that wait for something else than their thread's interruption
     */
    static <T> void forEach(Collection<T> items, int atOnce, Step<T> step, Runnable abandon)
            throws RepositoryUnavailableException {
        if (items.isEmpty()) {
            return;
        }
        var threads = Executors.newFixedThreadPool(Math.min(atOnce, items.size()), ParallelFetcher::thread);
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
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryUnavailableException("The fetch was canceled.", Optional.empty(), e);
        } finally {
            end(threads, abandon);
        }
    }

    private static RepositoryUnavailableException failure(ExecutionException e) {
        var cause = e.getCause();
        if (cause instanceof RepositoryUnavailableException unavailable) {
            return unavailable;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    private static void end(ExecutorService threads, Runnable abandon) {
        threads.shutdownNow();
        abandon.run();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
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
