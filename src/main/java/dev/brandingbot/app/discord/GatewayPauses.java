package dev.brandingbot.app.discord;

import dev.brandingbot.support.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long the bot waits before it connects to Discord's gateway: longer and longer where connections do not last, and never
 * exactly as long as other bots that lost theirs at the same moment. Thread-safe.
 */
public final class GatewayPauses {
    private static final double LEAST = 0.8;
    private static final double MOST = 1.2;

    private final Backoff sessions;
    private final Backoff connections;
    private final RandomGenerator random;
    private Duration start;

    /**
     * @param start the pause before the first session
     * @param clock decides which connection was a short one
     * @param random varies the pauses
     */
    public GatewayPauses(Duration start, Clock clock, RandomGenerator random) {
        this.start = start;
        this.sessions = Backoff.betweenSessions(clock);
        this.connections = Backoff.betweenConnections(clock);
        this.random = random;
    }

    /** The pause before a new session; Discord allows 1,000 of them a day. */
    synchronized Duration beforeSession() {
        Duration pause = varied(sessions.next()).plus(start);
        start = Duration.ZERO;
        return pause;
    }

    /** The pause before a connection after another one, whether it resumes a session or starts a new one. */
    synchronized Duration beforeConnection() {
        return varied(connections.next());
    }

    private Duration varied(Duration pause) {
        double factor = LEAST + (MOST - LEAST) * random.nextDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
