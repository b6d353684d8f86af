package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final BoundedExecutor few = new BoundedExecutor(threads::add, 2);

    @Test
    void limitsConcurrentTasks() {
        for (var i = 0; i < 5; i++) {
            add(i);
        }

        for (var i = 0; i < 5; i++) {
            assertThat(threads).hasSizeLessThanOrEqualTo(2);
            threads.remove().run();
        }
        assertThat(threads).isEmpty();
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void reusesThreads() {
        add(0);
        add(1);
        runAll();

        add(2);
        add(3);

        assertThat(threads).hasSize(2);
        runAll();
        assertThat(done).containsExactly(0, 1, 2, 3);
    }

    @Test
    void startsWaitingTaskWhileAnotherRuns() {
        few.execute(() -> {
            threads.remove().run();
            threads.remove().run();
            done.add(0);
        });
        add(1);
        add(2);

        runAll();

        assertThat(done).containsExactly(1, 2, 0);
    }

    @Test
    void continuesAfterFailedTask() {
        few.execute(() -> {
            throw new IllegalStateException("broken");
        });
        add(1);
        add(2);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::runAll);
        runAll();

        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void recoversAfterRejection() {
        var isShutDown = new boolean[] {true};
        var refusing = new BoundedExecutor(
                task -> {
                    if (isShutDown[0]) {
                        throw new RejectedExecutionException("shut down");
                    }
                    threads.add(task);
                },
                1);

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> refusing.execute(() -> done.add(0)));
        isShutDown[0] = false;
        refusing.execute(() -> done.add(1));
        runAll();

        assertThat(done).containsExactly(1);
    }

    @Test
    void dropsWaitingTasksOnShutdown() {
        var isShutDown = new boolean[1];
        var ending = new BoundedExecutor(
                task -> {
                    if (isShutDown[0]) {
                        throw new RejectedExecutionException("shut down");
                    }
                    threads.add(task);
                },
                1);
        ending.execute(() -> done.add(1));
        ending.execute(() -> done.add(2));
        ending.execute(() -> done.add(3));

        isShutDown[0] = true;
        assertThatCode(this::runAll).doesNotThrowAnyException();
        isShutDown[0] = false;
        ending.execute(() -> done.add(4));
        runAll();

        assertThat(done).containsExactly(1, 4);
    }

    private void add(int number) {
        few.execute(() -> done.add(number));
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }
}
