package dev.brandingbot.repository.source;

import dev.brandingbot.support.SafeText;
import java.time.Instant;
import java.util.Optional;

/**
 * The branding repository could not be looked at just now. What it held before still counts; a later look may succeed. The
 * message is one sentence for a moderator: what happened and what to do.
 */
public final class RepositoryUnavailableException extends Exception {
    private final String reason;
    private final transient Optional<Instant> retryAt;

    /**
     * @param message what happened and what to do, for a moderator
     * @param retryAt when it makes sense to look again, where that is known
     */
    public RepositoryUnavailableException(String message, Optional<Instant> retryAt) {
        super(SafeText.toSingleLine(message));
        this.reason = SafeText.toSingleLine(message);
        this.retryAt = retryAt;
    }

    /**
     * @param message what happened and what to do, for a moderator
     * @param retryAt when it makes sense to look again, where that is known
     * @param cause what was thrown below
     */
    public RepositoryUnavailableException(String message, Optional<Instant> retryAt, Throwable cause) {
        super(SafeText.toSingleLine(message), cause);
        this.reason = SafeText.toSingleLine(message);
        this.retryAt = retryAt;
    }

    /** What happened and what to do: the message. */
    public String reason() {
        return reason;
    }

    /** When it makes sense to look again, where that is known. */
    public Optional<Instant> retryAt() {
        return retryAt;
    }
}
