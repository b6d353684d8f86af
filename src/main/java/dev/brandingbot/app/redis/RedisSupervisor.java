package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.support.Backoff;
import dev.brandingbot.support.FailureReason;
import dev.failsafe.FailsafeException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Restarts the embedded Redis, with growing delays, when it ends while the bot runs. */
final class RedisSupervisor {
    private static final Logger log = LoggerFactory.getLogger(RedisSupervisor.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final EmbeddedRedis server;
    private final ScheduledExecutorService executor;
    private final Backoff restarts;

    /**
     * @param server the server to watch
     * @param executor runs the checks; not closed by this class
     * @param clock the time
     */
    RedisSupervisor(EmbeddedRedis server, ScheduledExecutorService executor, Clock clock) {
        this.server = server;
        this.executor = executor;
        this.restarts = Backoff.betweenRestarts(clock);
    }

    /** Starts to check the server regularly, until the executor is shut down. */
    void start() {
        schedule(INTERVAL);
    }

    private void schedule(Duration delay) {
        try {
            var unused = executor.schedule(this::check, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("Stopped watching the embedded Redis: the bot is closing.");
        }
    }

    private void check() {
        Duration delay = INTERVAL;
        try {
            if (!server.isAlive()) {
                delay = atLeastInterval(restarts.next());
                server.restartIfDead();
            }
        } catch (CliException | FailsafeException failed) {
            log.error(
                    "The embedded Redis can't be restarted; retrying. delay={} reason={}",
                    delay,
                    FailureReason.of(failed));
        } finally {
            schedule(delay);
        }
    }

    private static Duration atLeastInterval(Duration delay) {
        return delay.compareTo(INTERVAL) > 0 ? delay : INTERVAL;
    }
}
