package dev.brandingbot.app.discord;

import dev.brandingbot.state.SessionStartLog;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pause of a process before it starts its session with Discord, which allows 1,000 a day. There is none unless several
 * sessions of the last hour crashed, or so many started that even restarts by an operator add up. Not thread-safe.
 */
public final class StartupThrottle {
    private static final Logger log = LoggerFactory.getLogger(StartupThrottle.class);

    /** So many sessions that crashed cost no pause. */
    private static final int CRASHES = 3;

    /** So many sessions cost no pause, however they ended. */
    private static final int STARTS = 20;

    private static final int MAX_DOUBLINGS = 10;
    private static final Duration MIN_DELAY = Duration.ofMinutes(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(20);

    private final SessionStartLog starts;
    private final Clock clock;
    private Optional<SessionStartLog.Session> session = Optional.empty();

    /**
     * @param starts the sessions of earlier processes
     * @param clock the time
     */
    public StartupThrottle(SessionStartLog starts, Clock clock) {
        this.starts = starts;
        this.clock = clock;
    }

    /** Returns the pause before the session of this process, and adds the session to the earlier ones. */
    public Duration next() {
        try {
            SessionStartLog.Recent before = starts.before(clock.instant());
            Duration pause = delay(before);
            session = Optional.of(starts.add(clock.instant().plus(pause)));
            if (!pause.isZero()) {
                log.warn(
                        "The bot was restarted too often within an hour: it waits before it logs in. starts={} crashes={} pause={}",
                        before.all(),
                        before.unclean(),
                        pause);
            }
            return pause;
        } catch (StateUnavailableException unknown) {
            log.debug("The number of recent restarts is unknown. reason={}", unknown.reason());
            return Duration.ZERO;
        }
    }

    /** Notes that the session ends because the operator wants it to, so that it is no crash. */
    public void endCleanly() {
        try {
            session.ifPresent(starts::endCleanly);
        } catch (StateUnavailableException unknown) {
            log.debug("This end is taken for a crash. reason={}", unknown.reason());
        }
        session = Optional.empty();
    }

    private static Duration delay(SessionStartLog.Recent before) {
        long beyond = Math.max(before.unclean() - CRASHES, before.all() - STARTS);
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration grown = MIN_DELAY.multipliedBy(1L << Math.min(beyond, MAX_DOUBLINGS));
        return grown.compareTo(MAX_DELAY) < 0 ? grown : MAX_DELAY;
    }
}
