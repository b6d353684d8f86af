package dev.brandingbot.app.discord;

import dev.brandingbot.support.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Computes the delays before connections to Discord's gateway. They grow while connections keep dropping, and are random, so that bots
 * that lost their connections at the same time do not reconnect at the same time. Thread-safe.
 */
public final class GatewayPauses {
    private static final double MIN_FACTOR = 0.8;
    private static final double MAX_FACTOR = 1.2;

    private final Backoff sessions;
    private final Backoff connections;
    private final RandomGenerator random;
    private Duration start;

    /**
     * @param start an additional delay before the first session
     * @param clock measures how long connections last
     * @param random randomizes the delays
     */
    public GatewayPauses(Duration start, Clock clock, RandomGenerator random) {
        this.start = start;
        this.sessions = Backoff.betweenSessions(clock);
        this.connections = Backoff.betweenConnections(clock);
        this.random = random;
    }

    /** Returns the delay before a new session. Discord allows 1,000 sessions a day. */
    synchronized Duration beforeSession() {
        Duration pause = randomized(sessions.next()).plus(start);
        start = Duration.ZERO;
        return pause;
    }

    /** Returns the delay before another connection, whether it resumes a session or starts a new one. */
    synchronized Duration beforeConnection() {
        return randomized(connections.next());
    }

    private Duration randomized(Duration pause) {
        double factor = MIN_FACTOR + (MAX_FACTOR - MIN_FACTOR) * random.nextDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
