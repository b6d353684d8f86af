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

/** Restarts the embedded Redis, with growing pauses, when it ends while the bot runs. */
final class RedisSupervisor {
    private static final Logger log = LoggerFactory.getLogger(RedisSupervisor.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final EmbeddedRedis server;
    private final ScheduledExecutorService executor;
    private final Backoff pauses;

    /**
     * @param server the server to watch
     * @param executor runs the checks; not closed here
     * @param clock the time
     */
    RedisSupervisor(EmbeddedRedis server, ScheduledExecutorService executor, Clock clock) {
        this.server = server;
        this.executor = executor;
        this.pauses = Backoff.betweenRestarts(clock);
    }

    /** Watches from now on until the executor is shut down. */
    void start() {
        schedule(INTERVAL);
    }

    private void schedule(Duration pause) {
        try {
            var unused = executor.schedule(this::check, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("Stopped watching the embedded Redis: the bot is ending.");
        }
    }

    private void check() {
        Duration pause = INTERVAL;
        try {
            if (!server.isAlive()) {
                pause = atLeast(pauses.next());
                server.restartIfDead();
            }
        } catch (CliException | FailsafeException failed) {
            log.error(
                    "The embedded Redis can't be restarted; retrying. delay={} reason={}",
                    pause,
                    FailureReason.of(failed));
        } finally {
            schedule(pause);
        }
    }

    private static Duration atLeast(Duration pause) {
        return pause.compareTo(INTERVAL) > 0 ? pause : INTERVAL;
    }
}
