package dev.brandingbot.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pauses before attempts at something that keeps failing: none before the first attempt, then growing, and none again after a
 * quiet time. Not thread-safe.
 */
public final class Backoff {
    private final Clock clock;
    private final Duration shortest;
    private final Duration longest;
    private final Duration quiet;
    private @Nullable Instant last;
    private Duration pause = Duration.ZERO;

    private Backoff(Clock clock, Duration shortest, Duration longest, Duration quiet) {
        this.clock = clock;
        this.shortest = shortest;
        this.longest = longest;
        this.quiet = quiet;
    }

    /** Before sessions at Discord's gateway: Discord allows 1,000 a day. */
    public static Backoff betweenSessions(Clock clock) {
        return new Backoff(clock, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMinutes(30));
    }

    /** Before connections to Discord's gateway, of which several may belong to one session. */
    public static Backoff betweenConnections(Clock clock) {
        return new Backoff(clock, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    /** Before restarts of a program on this machine. */
    public static Backoff betweenRestarts(Clock clock) {
        return new Backoff(clock, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    /** The pause before the next attempt, which is taken to begin now. */
    public Duration next() {
        Instant now = clock.instant();
        boolean isQuiet = last == null || !now.isBefore(last.plus(quiet));
        pause = isQuiet ? Duration.ZERO : increased();
        last = now;
        return pause;
    }

    private Duration increased() {
        Duration twice = pause.multipliedBy(2);
        if (twice.compareTo(shortest) < 0) {
            return shortest;
        }
        return twice.compareTo(longest) > 0 ? longest : twice;
    }
}
