package dev.brandingbot.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The sandbox's clock: it goes on like a real one, from wherever it is moved to. Safe for use by several threads. */
public final class MovableClock extends Clock {
    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    /** @param real what makes it go on */
    public MovableClock(Clock real) {
        this.real = real;
    }

    /** Moves it, forward or back. */
    public void moveTo(Instant moment) {
        offset = Duration.between(real.instant(), moment);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("The sandbox's clock shows UTC only, not " + zone);
    }
}
