package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.KillPoint.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Kills a process when it reaches a point, and counts the steps that it made. Whoever serves the process tells of each step
 * before going on, and lets nothing pass any more once the process is dead. Safe for use by several threads.
 */
final class KillTrap {
    private final KillPoint point;
    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
    private boolean isSprung;

    KillTrap(KillPoint point) {
        this.point = point;
    }

    /** Set up for this process. */
    void setFor(Process started) {
        process.complete(started);
    }

    /** Takes note of a step, and says whether the process is dead. */
    synchronized boolean isDeadAt(Step step) {
        var number = steps.merge(step, 1, Integer::sum);
        if (!isSprung && step == point.step() && number == point.number()) {
            spring();
        }
        return isSprung;
    }

    /** Kills the process, if it still runs. */
    synchronized void spring() {
        var victim = process.join();
        if (victim.isAlive()) {
            isSprung = true;
            victim.destroyForcibly().onExit().join();
        }
    }

    /** Whether the process was killed. */
    synchronized boolean isSprung() {
        return isSprung;
    }

    /** How many steps of a kind were made. */
    synchronized int steps(Step step) {
        return steps.getOrDefault(step, 0);
    }
}
