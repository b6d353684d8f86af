package dev.brandingbot.sync;

import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Lease;
import dev.brandingbot.state.StateUnavailableException;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns that copies of the bot on one Redis share: each is a lease, renewed in the background as long as it is used. */
public final class LeasedTurns implements Turns {
    private static final Logger log = LoggerFactory.getLogger(LeasedTurns.class);

    private static final Duration TERM = Duration.ofSeconds(20);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(5);

    /** Somebody else's synchronisation rarely takes longer, even with GitHub or Discord slow. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    private final BrandingState state;
    private final ScheduledExecutorService executor;
    private final RetryPolicy<Boolean> waiting = RetryPolicy.<Boolean>builder()
            .handleIf((isTaken, failure) -> failure == null && !isTaken)
            .withDelay(ASK_EVERY)
            .withMaxRetries(-1)
            .withMaxDuration(LONGEST_WAIT)
            .build();

    /**
     * @param state what is remembered of the guild
     * @param executor lent; renews the turns
     */
    public LeasedTurns(BrandingState state, ScheduledExecutorService executor) {
        this.state = state;
        this.executor = executor;
    }

    @Override
    public Optional<Turn> take() {
        var lease = state.lease("turn", UUID.randomUUID().toString(), TERM);
        return Failsafe.with(waiting).get(lease::take) ? Optional.of(turn(lease)) : Optional.empty();
    }

    private Turn turn(Lease lease) {
        var renewal = executor.scheduleAtFixedRate(
                () -> renew(lease), RENEW_EVERY.toMillis(), RENEW_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return new Turn(state.fencedBy(lease), lease::isHeld, () -> {
            renewal.cancel(false);
            release(lease);
        });
    }

    /** A lease that is lost stays lost; what is written under it is refused. */
    private static void renew(Lease lease) {
        try {
            lease.renew();
        } catch (StateUnavailableException e) {
            log.debug("A turn could not be renewed. reason={}", e.reason());
        }
    }

    private static void release(Lease lease) {
        try {
            lease.release();
        } catch (StateUnavailableException e) {
            log.debug("A turn could not be given up, and ends by itself. reason={}", e.reason());
        }
    }
}
