package dev.brandingbot.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Runs steps in reverse order when it is closed, for example by the end of the input, a failure or a signal. Thread-safe.
 */
final class CloseStack implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean isClosing;

    /** Adds a step, or runs it immediately if this is closing. */
    synchronized void add(Runnable step) {
        if (isClosing) {
            step.run();
        } else {
            steps.push(step);
        }
    }

    synchronized boolean isClosing() {
        return isClosing;
    }

    @Override
    public synchronized void close() {
        isClosing = true;
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
