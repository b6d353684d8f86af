package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import java.util.Optional;

/** Provides the lock that allows one synchronization of a guild at a time. Thread-safe. */
public interface GuildLockProvider {
    /** Waits for the lock, up to minutes; empty if others hold it for longer. Blocks. */
    Optional<GuildLock> tryLock();

    /** Returns a provider without locking, for work that changes nothing. */
    static GuildLockProvider withoutLocking(BrandingStore state) {
        return () -> Optional.of(new GuildLock(state, () -> true, () -> {}));
    }
}
