package dev.brandingbot.sandbox;

import dev.brandingbot.sandbox.KillPoint.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Kills a process when it reaches a point, and counts its steps. The fakes report each step before they continue, and block all
 * traffic after the process is dead. Thread-safe.
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

    /** Records a step, and returns whether the process is dead. */
    synchronized boolean isDeadAt(Step step) {
        var number = steps.merge(step, 1, Integer::sum);
        if (!isSprung && step == point.step() && number == point.number()) {
            spring();
        }
        return isSprung;
    }

    /** Kills the process if it is running. */
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

    /** Returns the number of steps of a kind. */
    synchronized int steps(Step step) {
        return steps.getOrDefault(step, 0);
    }
}
