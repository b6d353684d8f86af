package dev.brandingbot.app.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites a file every few seconds while the bot is healthy. A health check only needs its age. The bot's executor writes it, so it
 * also becomes outdated if the executor hangs.
 */
final class Heartbeat implements Runnable {
    /** How often the file is written. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Path file;
    private final BooleanSupplier isHealthy;
    private final Clock clock;

    /**
     * @param folder the folder of the file; created if it does not exist
     * @param isHealthy whether the bot is healthy now
     * @param clock the time
     */
    Heartbeat(Path folder, BooleanSupplier isHealthy, Clock clock) {
        this.file = folder.resolve("heartbeat");
        this.isHealthy = isHealthy;
        this.clock = clock;
    }

    /** Starts to write the file regularly, until the executor is shut down. */
    void start(ScheduledExecutorService executor) {
        try {
            var unused = executor.scheduleWithFixedDelay(this, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("No heartbeat is written: the bot was closed during its start.");
        }
    }

    @Override
    public void run() {
        if (!isHealthy.getAsBoolean()) {
            log.debug("No heartbeat is written: the bot is not connected. file={}", file);
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, clock.instant() + "\n");
        } catch (IOException unwritable) {
            log.warn(
                    "The heartbeat can't be written; set BRANDING_DATA_DIR to a writable folder. file={}",
                    file,
                    unwritable);
        }
    }
}
