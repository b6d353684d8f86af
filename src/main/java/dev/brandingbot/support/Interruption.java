package dev.brandingbot.support;

import java.util.concurrent.CancellationException;

/** The end of work whose thread was interrupted, as everything is being closed: it is neither reported nor recorded. */
public final class Interruption {
    private Interruption() {}

    /**
     * Ends the current work if it was interrupted.
     *
     * @throws CancellationException if this thread was interrupted
     */
    public static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The work was interrupted.");
        }
    }
}
