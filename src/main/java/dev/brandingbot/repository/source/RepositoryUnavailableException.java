package dev.brandingbot.repository.source;

import dev.brandingbot.support.SafeText;
import java.time.Instant;
import java.util.Optional;

/**
 * Thrown if the branding repository cannot be fetched at the moment. The last snapshot remains valid, and a later fetch
 * may succeed. The message says what happened and what to do.
 */
public final class RepositoryUnavailableException extends Exception {
    private final String reason;
    private final transient Optional<Instant> retryAt;

    /**
     * @param message what happened and what to do, for a moderator
     * @param retryAt the earliest useful time for another fetch, if known
     */
    public RepositoryUnavailableException(String message, Optional<Instant> retryAt) {
        super(SafeText.toSingleLine(message));
        this.reason = SafeText.toSingleLine(message);
        this.retryAt = retryAt;
    }

    /**
     * @param message what happened and what to do, for a moderator
     * @param retryAt the earliest useful time for another fetch, if known
     * @param cause the cause
     */
    public RepositoryUnavailableException(String message, Optional<Instant> retryAt, Throwable cause) {
        super(SafeText.toSingleLine(message), cause);
        this.reason = SafeText.toSingleLine(message);
        this.retryAt = retryAt;
    }

    /** Returns the message: what happened and what to do. */
    public String reason() {
        return reason;
    }

    /** Returns the earliest useful time for another fetch, if known. */
    public Optional<Instant> retryAt() {
        return retryAt;
    }
}
