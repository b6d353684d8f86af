package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import java.util.Optional;

/** Sees to it that one synchronisation of a guild is under way at a time. Safe for use by several threads. */
public interface GuildLockProvider {
    /** Waits for a turn; nothing when others hold it for minutes. */
    Optional<GuildLock> tryLock();

    /** Turns for one who changes nothing, and so need not wait for others. */
    static GuildLockProvider withoutLocking(BrandingStore state) {
        return () -> Optional.of(new GuildLock(state, () -> true, () -> {}));
    }
}
