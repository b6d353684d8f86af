package dev.brandingbot.app.settings;

import java.util.List;

/** A failure that a person can fix. Its message says what is wrong and what to do, has a line for each problem, and no secrets. */
public final class CliException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message what is wrong and what to do */
    public CliException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do
     * @param cause the exception that led to this
     */
    public CliException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns a message for each problem. */
    public List<String> messages() {
        return String.valueOf(getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
