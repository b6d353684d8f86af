package dev.brandingbot.app.discord;

import dev.brandingbot.state.SessionStartLog;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delays the start of a process's session with Discord, which allows 1,000 sessions a day. The delay is zero unless several sessions of
 * the last hour crashed, or very many were started. Not thread-safe.
 */
public final class StartupThrottle {
    private static final Logger log = LoggerFactory.getLogger(StartupThrottle.class);

    /** The number of crashes per hour without a delay. */
    private static final int MAX_CRASHES = 3;

    /** The number of sessions per hour without a delay, including those that ended cleanly. */
    private static final int MAX_STARTS = 20;

    private static final int MAX_DOUBLINGS = 10;
    private static final Duration MIN_DELAY = Duration.ofMinutes(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(20);

    private final SessionStartLog starts;
    private final Clock clock;
    private Optional<SessionStartLog.Session> session = Optional.empty();

    /**
     * @param starts the log of sessions
     * @param clock the time
     */
    public StartupThrottle(SessionStartLog starts, Clock clock) {
        this.starts = starts;
        this.clock = clock;
    }

    /** Returns the delay before the session of this process, and records the session. Blocks. */
    public Duration next() {
        try {
            SessionStartLog.Recent before = starts.before(clock.instant());
            Duration delay = delay(before);
            session = Optional.of(starts.add(clock.instant().plus(delay)));
            if (!delay.isZero()) {
                log.warn(
                        "Too many restarts within an hour; delaying login. starts={} crashes={} delay={}",
                        before.all(),
                        before.unclean(),
                        delay);
            }
            return delay;
        } catch (StateUnavailableException unknown) {
            log.debug("The number of recent restarts is unknown. reason={}", unknown.reason());
            return Duration.ZERO;
        }
    }

    /** Records that the operator ended the session, so that it does not count as a crash. */
    public void endCleanly() {
        try {
            session.ifPresent(starts::endCleanly);
        } catch (StateUnavailableException unknown) {
            log.debug("Could not record a clean end; it will count as a crash. reason={}", unknown.reason());
        }
        session = Optional.empty();
    }

    private static Duration delay(SessionStartLog.Recent before) {
        long excess = Math.max(before.unclean() - MAX_CRASHES, before.all() - MAX_STARTS);
        if (excess < 0) {
            return Duration.ZERO;
        }
        Duration grown = MIN_DELAY.multipliedBy(1L << Math.min(excess, MAX_DOUBLINGS));
        return grown.compareTo(MAX_DELAY) < 0 ? grown : MAX_DELAY;
    }
}
