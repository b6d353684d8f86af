package dev.brandingbot.sandbox.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many requests are left in this hour. */
final class RequestQuota {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final int limit;
    private final Clock clock;
    private Instant reset;
    private int used;

    RequestQuota(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.reset = clock.instant().plus(WINDOW);
    }

    int limit() {
        return limit;
    }

    synchronized int remaining() {
        renew();
        return limit - used;
    }

    synchronized Instant reset() {
        renew();
        return reset;
    }

    /** Takes one request; whether there was one left. */
    synchronized boolean tryConsume() {
        renew();
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Gives one request back that turned out to cost nothing. */
    synchronized void refund() {
        used--;
    }

    synchronized void setRemaining(int remaining) {
        renew();
        used = limit - remaining;
    }

    private void renew() {
        var now = clock.instant();
        if (!now.isBefore(reset)) {
            reset = now.plus(WINDOW);
            used = 0;
        }
    }
}
