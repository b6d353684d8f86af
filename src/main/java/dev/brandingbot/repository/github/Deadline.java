package dev.brandingbot.repository.github;

import java.time.Duration;

/**
 * The end of a fetch on the monotonic clock, which changes of the system time do not affect.
 *
 * @param nanos the end, as a value of {@link System#nanoTime()}
 */
record Deadline(long nanos) {
    /** Returns a deadline that passes {@code timeout} from now. */
    static Deadline startingNow(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** Returns the remaining time; zero after the deadline. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean hasPassed() {
        return remaining().isZero();
    }

    /** Returns {@code timeout}, or the remaining time if that is shorter. */
    Duration limit(Duration timeout) {
        var remaining = remaining();
        return timeout.compareTo(remaining) < 0 ? timeout : remaining;
    }
}
