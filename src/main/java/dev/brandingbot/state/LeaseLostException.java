package dev.brandingbot.state;

/** Nothing was written because the lease expired or is held by another instance. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
        super("The lease is held by somebody else, or by nobody.");
    }
}
