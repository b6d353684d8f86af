package dev.brandingbot.app;

import dev.failsafe.FailsafeException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the embedded Redis again, with growing pauses, when it ends under the running bot. */
final class RedisWatch {
    private static final Logger log = LoggerFactory.getLogger(RedisWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final EmbeddedRedis server;
    private final ScheduledExecutorService executor;
    private final GrowingPauses pauses;

    /**
     * @param server who is looked after
     * @param executor lent
     * @param clock what time it is
     */
    RedisWatch(EmbeddedRedis server, ScheduledExecutorService executor, Clock clock) {
        this.server = server;
        this.executor = executor;
        this.pauses = GrowingPauses.betweenRestarts(clock);
    }

    /** Looks from now on, until the executor is shut down. */
    void start() {
        schedule(EVERY);
    }

    private void schedule(Duration pause) {
        try {
            var unused = executor.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("Nobody looks after the embedded Redis any more: the bot ends.");
        }
    }

    private void look() {
        Duration pause = EVERY;
        try {
            if (!server.isAlive()) {
                pause = atLeast(pauses.next());
                server.revive();
            }
        } catch (StartException | FailsafeException failed) {
            log.error("The bot has no Redis, and tries again. in={} reason={}", pause, failed.getMessage());
        } finally {
            schedule(pause);
        }
    }

    private static Duration atLeast(Duration pause) {
        return pause.compareTo(EVERY) > 0 ? pause : EVERY;
    }
}
