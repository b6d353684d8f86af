package dev.brandingbot.repository.github;

import java.time.Duration;

/**
 * The moment at which a fetch is given up, by a time that nobody sets.
 *
 * @param nanos the moment, in {@link System#nanoTime()}
 */
record Deadline(long nanos) {
    /** The moment {@code span} from now. */
    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /** The time left, which is zero once it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** The shorter of {@code span} and the time left. */
    Duration atMost(Duration span) {
        var left = left();
        return span.compareTo(left) < 0 ? span : left;
    }
}
