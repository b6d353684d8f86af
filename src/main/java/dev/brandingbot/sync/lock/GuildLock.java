package dev.brandingbot.sync.lock;

import dev.brandingbot.state.BrandingStore;
import java.util.function.BooleanSupplier;

/**
 * The right to change the guild and what is remembered of it, until it is closed or lost.
 *
 * @param state what is remembered; written only while this turn lasts
 * @param lasts whether it still does
 * @param end gives it up
 */
public record GuildLock(BrandingStore state, BooleanSupplier lasts, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
        end.run();
    }
}
