package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import java.util.function.BooleanSupplier;

/**
 * The right to change the guild and what is remembered of it, until it is closed or lost.
 *
 * @param state what is remembered; written only while this turn lasts
 * @param isHeld whether it still does
 * @param release gives it up
 */
public record GuildLock(BrandingStore state, BooleanSupplier isHeld, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
