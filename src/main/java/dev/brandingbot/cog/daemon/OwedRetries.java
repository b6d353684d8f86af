package dev.brandingbot.cog.daemon;

import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries that are due for another reason than the daemon's own last check: a moderator's command that failed, a check that could
 * not start, or a failure of another instance on the same Redis. Only a check that starts later handles them. Thread-safe.
 */
final class OwedRetries {
    private static final Logger log = LoggerFactory.getLogger(OwedRetries.class);

    private final BrandingStore state;

    /** When this instance has to retry. Guarded by this. */
    private Optional<Instant> dueAt = Optional.empty();

    /** The marks that the last check handled. */
    private volatile Marks handled = new Marks(Optional.empty(), Optional.empty());

    OwedRetries(BrandingStore state) {
        this.state = state;
    }

    /**
     * What instances share in Redis.
     *
     * @param repair left when the applied branding is uncertain; different each time
     * @param next when the next check is due
     */
    record Marks(Optional<String> repair, Optional<Instant> next) {}

    /** Requests a check at {@code moment} or earlier from the instance that is the leader. */
    void request(Instant moment) {
        synchronized (this) {
            dueAt = dueAt.filter(earlier -> earlier.isBefore(moment)).or(() -> Optional.of(moment));
        }
        try {
            if (state.nextCheck().filter(next -> next.isBefore(moment)).isEmpty()) {
                state.writeNextCheck(moment);
            }
        } catch (StateUnavailableException e) {
            log.debug("Other instances do not know of a retry. reason={}", e.reason());
        }
    }

    /**
     * Whether a check is due.
     *
     * @throws StateUnavailableException if Redis fails
     */
    boolean isDue(Instant now) {
        return isOwed(now) || isDue(marks(), now);
    }

    private synchronized boolean isOwed(Instant now) {
        return dueAt.filter(moment -> !moment.isAfter(now)).isPresent();
    }

    private boolean isDue(Marks marks, Instant now) {
        var known = handled;
        var isRepairNew = marks.repair().isPresent() && !marks.repair().equals(known.repair());
        var isTimeNew = !marks.next().equals(known.next());
        return isRepairNew
                || (isTimeNew && marks.next().filter(next -> !next.isAfter(now)).isPresent());
    }

    /**
     * Starts a check, which handles all retries that were requested until now.
     *
     * @return to be handed to {@link #end}
     * @throws StateUnavailableException if Redis fails
     */
    Marks begin() {
        synchronized (this) {
            dueAt = Optional.empty();
        }
        return marks();
    }

    /**
     * Ends a check. Requests of other instances since its start stay due unless the check failed, because its retry handles them.
     *
     * @param begun what {@link #begin} returned
     * @param next when the next check is due
     */
    void end(Marks begun, boolean isInSync, Instant next) {
        try {
            var now = marks();
            var isOwedEarlier = !now.next().equals(begun.next())
                    && now.next().filter(other -> other.isBefore(next)).isPresent();
            if (!isOwedEarlier) {
                state.writeNextCheck(next);
            }
            handled = new Marks(
                    isInSync ? begun.repair() : now.repair(), isOwedEarlier ? begun.next() : Optional.of(next));
        } catch (StateUnavailableException e) {
            log.debug("Other instances do not know when the next check is due. reason={}", e.reason());
        }
    }

    private Marks marks() {
        return new Marks(state.uncertainty(), state.nextCheck());
    }
}
