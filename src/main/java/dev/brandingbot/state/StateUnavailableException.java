package dev.brandingbot.state;

/**
 * Redis did not answer, or not as it should. Whether a write that was under way arrived is unknown; each is whole or not at
 * all. The message is one sentence for a moderator.
 */
public final class StateUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateUnavailableException(Throwable cause) {
        super(
                "Redis could not be used: " + cause.getMessage() + ". Check that it runs and that REDIS_URL is right.",
                cause);
    }
}
