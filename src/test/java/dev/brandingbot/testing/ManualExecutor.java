package dev.brandingbot.testing;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An executor that runs its tasks in the thread of the test, when the test says so: those that are due by a clock that the
 * test sets, in the order in which they are due. For one thread.
 */
public final class ManualExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private final SettableClock clock;
    private final List<Task<?>> tasks = new ArrayList<>();
    private boolean isShutdown;

    public ManualExecutor(SettableClock clock) {
        this.clock = clock;
    }

    /** Runs what is due by now, and what becomes due by that without the clock moving on. */
    public void runDue() {
        for (var next = due(clock.instant()); next.isPresent(); next = due(clock.instant())) {
            run(next.get());
        }
    }

    /** Lets {@code span} pass, and each task run at its moment. */
    public void pass(Duration span) {
        var end = clock.instant().plus(span);
        for (var next = due(end); next.isPresent(); next = due(end)) {
            if (next.get().due.isAfter(clock.instant())) {
                clock.set(next.get().due);
            }
            run(next.get());
        }
        clock.set(end);
    }

    /** How many tasks wait for their turn. */
    public int waiting() {
        tasks.removeIf(FutureTask::isDone);
        return tasks.size();
    }

    private Optional<Task<?>> due(Instant moment) {
        tasks.removeIf(FutureTask::isDone);
        return tasks.stream().filter(task -> !task.due.isAfter(moment)).min(comparing((Task<?> task) -> task.due));
    }

    private void run(Task<?> task) {
        tasks.remove(task);
        task.run();
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(
                () -> {
                    command.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, delay, unit);
    }

    private <V> ScheduledFuture<V> add(Callable<V> callable, long delay, TimeUnit unit) {
        if (isShutdown) {
            throw new RejectedExecutionException("shut down");
        }
        var task = new Task<>(callable, clock.instant().plusNanos(unit.toNanos(delay)));
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        isShutdown = true;
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        var left = List.<Runnable>copyOf(tasks);
        shutdown();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Instant due;

        private Task(Callable<V> callable, Instant due) {
            super(callable);
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
