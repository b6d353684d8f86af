package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Locks that all instances of the bot on one Redis share. Each lock is a lease that is renewed until it is released. */
public final class RedisGuildLockProvider implements GuildLockProvider {
    private static final Duration TERM = Duration.ofSeconds(20);

    /** A synchronization of another instance rarely takes longer, even if GitHub or Discord are slow. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final BrandingStore state;
    private final LeaseRenewer leases;
    private final RetryPolicy<Boolean> waiting = RetryPolicy.<Boolean>builder()
            .handleIf((isTaken, failure) -> failure == null && !isTaken)
            .withDelay(POLL_INTERVAL)
            .withMaxRetries(-1)
            .withMaxDuration(MAX_WAIT)
            .build();

    /**
     * @param state the recorded branding of the guild
     * @param leases acquires, renews and releases them; not closed here
     */
    public RedisGuildLockProvider(BrandingStore state, LeaseRenewer leases) {
        this.state = state;
        this.leases = leases;
    }

    @Override
    public Optional<GuildLock> tryLock() {
        var lease = state.lease("turn", UUID.randomUUID().toString(), TERM);
        return Failsafe.with(waiting).get(() -> leases.acquire(lease))
                ? Optional.of(new GuildLock(state.guardedBy(lease), lease::isHeld, () -> leases.release(lease)))
                : Optional.empty();
    }
}
