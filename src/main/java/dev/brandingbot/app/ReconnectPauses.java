package dev.brandingbot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before each connection to Discord's gateway: not at all before the first, then growing up to ten minutes,
 * and short again after half an hour without one. Discord allows 1,000 sessions a day. Not for use by several threads.
 */
final class ReconnectPauses {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final Clock clock;
    private @Nullable Instant last;
    private Duration pause = Duration.ZERO;

    ReconnectPauses(Clock clock) {
        this.clock = clock;
    }

    /** The wait before the connection that is asked for now. */
    Duration next() {
        Instant now = clock.instant();
        boolean isQuiet = last == null || !now.isBefore(last.plus(QUIET));
        pause = isQuiet ? Duration.ZERO : grown(pause);
        last = now;
        return pause;
    }

    private static Duration grown(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        if (twice.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
