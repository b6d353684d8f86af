package dev.brandingbot.state;

import dev.brandingbot.support.FailureReason;
import java.util.NoSuchElementException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Redis did not answer, or answered with an error. It is unknown whether a write in progress arrived; it did as a whole or not at
 * all. The message is for moderators.
 */
public final class StateUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    StateUnavailableException(Throwable cause) {
        this(
                "Redis could not be used: "
                        + TlsFailure.explain(cause)
                                .map(explained -> explained + ".")
                                .orElseGet(() -> messageFor(cause) + ". " + advice(cause)),
                cause);
    }

    private StateUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns what happened and what to do. */
    public String reason() {
        return reason;
    }

    /** The error of a discarded transaction says only that it was discarded; the first error before it says why. */
    private static String messageFor(Throwable cause) {
        if (isPoolExhausted(cause)) {
            return "every connection is in use";
        }
        var why = cause.getSuppressed().length > 0 && cause instanceof JedisDataException
                ? cause.getSuppressed()[0]
                : cause;
        return FailureReason.of(why).replaceFirst("\\.+$", "");
    }

    private static boolean isPoolExhausted(Throwable cause) {
        return cause.getCause() instanceof NoSuchElementException;
    }

    private static String advice(Throwable cause) {
        if (isPoolExhausted(cause)) {
            return "Try again; if it persists, give the connection pool more connections.";
        }
        if (!(cause instanceof JedisDataException)) {
            return "Check that Redis is running and that its address is right.";
        }
        return messageFor(cause).startsWith("WRONGTYPE")
                ? "Another program uses one of the keys `branding:*` for something else: rename or delete that key."
                : "Check its settings, and that the bot's Redis user may read and write the keys `branding:*`.";
    }
}
