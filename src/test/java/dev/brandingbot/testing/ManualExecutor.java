package dev.brandingbot.testing;

import static java.util.Comparator.comparing;

import java.time.Duration;
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
 * An executor that runs due tasks in the thread of the test on request, in order. As in a real executor, delays do not depend on the
 * clock: setting it moves no task. Not thread-safe.
 */
public final class ManualExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private final SettableClock clock;
    private final List<Task<?>> tasks = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;
    private boolean isShutdown;

    public ManualExecutor(SettableClock clock) {
        this.clock = clock;
    }

    /** Runs due tasks, and those that become due without any time passing. */
    public void runDue() {
        pass(Duration.ZERO);
    }

    /** Advances the time of this executor and the clock, and runs each task when it is due. */
    public void pass(Duration span) {
        var end = elapsed.plus(span);
        for (var next = due(end); next.isPresent(); next = due(end)) {
            moveTo(next.get().due);
            tasks.remove(next.get());
            next.get().run();
        }
        moveTo(end);
    }

    /** Returns the number of waiting tasks. */
    public int waiting() {
        tasks.removeIf(FutureTask::isDone);
        return tasks.size();
    }

    private Optional<Task<?>> due(Duration moment) {
        tasks.removeIf(FutureTask::isDone);
        return tasks.stream()
                .filter(task -> task.due.compareTo(moment) <= 0)
                .min(comparing((Task<?> task) -> task.due));
    }

    private void moveTo(Duration moment) {
        if (moment.compareTo(elapsed) > 0) {
            clock.advance(moment.minus(elapsed));
            elapsed = moment;
        }
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
        var task = new Task<>(callable, elapsed.plusNanos(unit.toNanos(delay)));
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
        private final Duration due;

        private Task(Callable<V> callable, Duration due) {
            super(callable);
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due.minus(elapsed));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
