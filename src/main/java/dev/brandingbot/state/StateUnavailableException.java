package dev.brandingbot.state;

/**
 * Redis did not answer, or not as it should. Whether a write that was under way arrived is unknown; each is whole or not at
 * all. The message is one sentence for a moderator.
 */
public final class StateUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    StateUnavailableException(Throwable cause) {
        this(
                "Redis could not be used: %s. Check that it runs and that REDIS_URL is right."
                        .formatted(cause.getMessage()),
                cause);
    }

    private StateUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What happened and what to do: the message. */
    public String reason() {
        return reason;
    }
}
