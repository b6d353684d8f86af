package dev.brandingbot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before each attempt at something that keeps failing: not at all before the first, then growing, and not at
 * all again once it was quiet for long enough. Not for use by several threads.
 */
final class GrowingPauses {
    private final Clock clock;
    private final Duration shortest;
    private final Duration longest;
    private final Duration quiet;
    private @Nullable Instant last;
    private Duration pause = Duration.ZERO;

    private GrowingPauses(Clock clock, Duration shortest, Duration longest, Duration quiet) {
        this.clock = clock;
        this.shortest = shortest;
        this.longest = longest;
        this.quiet = quiet;
    }

    /** Before connections to Discord's gateway: Discord allows 1,000 sessions a day. */
    static GrowingPauses betweenSessions(Clock clock) {
        return new GrowingPauses(clock, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMinutes(30));
    }

    /** Before restarts of a program on this machine. */
    static GrowingPauses betweenRestarts(Clock clock) {
        return new GrowingPauses(clock, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    /** The wait before the attempt that is asked for now. */
    Duration next() {
        Instant now = clock.instant();
        boolean isQuiet = last == null || !now.isBefore(last.plus(quiet));
        pause = isQuiet ? Duration.ZERO : grown();
        last = now;
        return pause;
    }

    private Duration grown() {
        Duration twice = pause.multipliedBy(2);
        if (twice.compareTo(shortest) < 0) {
            return shortest;
        }
        return twice.compareTo(longest) > 0 ? longest : twice;
    }
}
