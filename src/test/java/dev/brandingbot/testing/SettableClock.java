package dev.brandingbot.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only changes when it is set. */
public final class SettableClock extends Clock {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    /** A clock at a quarter past midnight, in UTC. */
    public static SettableClock at(LocalDate day) {
        return new SettableClock(morning(day));
    }

    public void set(Instant newNow) {
        now = newNow;
    }

    public void set(LocalDate day) {
        now = morning(day);
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(0, 15).toInstant(ZoneOffset.UTC);
    }
}
