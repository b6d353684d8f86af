package dev.brandingbot.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be done at the end, the last step first, whoever ends it: the end of the input, a failure, or a signal. Safe for
 * use by several threads.
 */
final class CloseStack implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean isClosing;

    /** Adds a step, or takes it at once when the end has begun. */
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
