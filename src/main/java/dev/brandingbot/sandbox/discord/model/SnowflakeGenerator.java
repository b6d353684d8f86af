package dev.brandingbot.sandbox.discord.model;

import java.time.Clock;

/** Generates ascending IDs as Discord does, with the milliseconds since 2015 in the upper bits. Thread-safe. */
public final class SnowflakeGenerator {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private final Clock clock;
    private long last;

    public SnowflakeGenerator(Clock clock) {
        this.clock = clock;
    }

    public synchronized long next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << TIME_SHIFT);
        return last;
    }
}
