package dev.brandingbot.app.settings;

/**
 * The program can't do what it was asked until a person fixes something. The message tells that person what is wrong and what to
 * do, one line for each problem, and contains no secret.
 */
public final class CliException extends Exception {
    /** @param message what is wrong and what to do */
    public CliException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do
     * @param cause what was thrown below
     */
    public CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
