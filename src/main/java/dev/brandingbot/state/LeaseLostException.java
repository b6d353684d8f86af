package dev.brandingbot.state;

/** Nothing was written, because the lease under which it should have been is held by somebody else, or by nobody. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
        super("The lease is held by somebody else, or by nobody.");
    }
}
