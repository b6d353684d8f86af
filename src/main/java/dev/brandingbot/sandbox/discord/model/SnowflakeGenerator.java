package dev.brandingbot.sandbox.discord.model;

import java.time.Clock;

/** Makes ids as Discord does: the milliseconds since 2015 in the upper bits, each greater than the one before. */
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
