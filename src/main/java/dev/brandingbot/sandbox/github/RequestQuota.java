package dev.brandingbot.sandbox.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts the requests of an hour against a limit. Thread-safe. */
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

    /** Counts a request. Returns false if the limit is reached. */
    synchronized boolean tryConsume() {
        renew();
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Removes a request that does not count toward the limit. */
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
