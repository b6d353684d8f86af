package dev.brandingbot.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that can be set and then advances like a real one. Thread-safe. */
public final class MovableClock extends Clock {
    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    /** @param real the clock that measures the elapsed time */
    public MovableClock(Clock real) {
        this.real = real;
    }

    /** Sets the clock, forward or back. */
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
