package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import java.util.function.BooleanSupplier;

/**
 * A lock on a guild and its recorded state, until it is released or lost.
 *
 * @param state the recorded branding; written only while this turn lasts
 * @param isHeld whether the lock is still held
 * @param release releases the lock
 */
public record GuildLock(BrandingStore state, BooleanSupplier isHeld, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
