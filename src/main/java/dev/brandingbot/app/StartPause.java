package dev.brandingbot.app;

import dev.brandingbot.state.SessionStarts;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a process waits before it begins its session with Discord: not at all, unless many were begun within the hour. A
 * supervisor that restarts a bot that fails at once would otherwise use up the sessions that Discord allows in a day.
 *
 * @param starts those before, of other processes
 * @param clock what time it is
 */
record StartPause(SessionStarts starts, Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(StartPause.class);
    private static final int AT_ONCE = 3;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** The wait before the session of this process, which is noted. */
    Duration next() {
        try {
            long before = starts.countBefore(clock.instant());
            Duration pause = pause(before);
            starts.note(clock.instant().plus(pause));
            if (!pause.isZero()) {
                log.warn(
                        "The bot was started again and again: it waits before it logs in. starts={} in={}",
                        before,
                        pause);
            }
            return pause;
        } catch (StateUnavailableException unknown) {
            log.debug("It is not known how often the bot was started. reason={}", unknown.reason());
            return Duration.ZERO;
        }
    }

    private static Duration pause(long before) {
        if (before < AT_ONCE) {
            return Duration.ZERO;
        }
        Duration grown = SHORTEST.multipliedBy(1L << Math.min(before - AT_ONCE, 10));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}
