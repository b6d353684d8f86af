package dev.brandingbot.app;

/**
 * The program cannot do what it was asked for until somebody mends something. The message is for that somebody: a line for
 * each thing that is wrong, saying what to do, and never a secret.
 */
public final class StartException extends Exception {
    /** @param message what is wrong and what to do */
    public StartException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do
     * @param cause what was thrown below
     */
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
