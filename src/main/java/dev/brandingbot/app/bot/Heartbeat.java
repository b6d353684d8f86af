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
 * A file that is rewritten every few seconds while the bot is healthy, so that a health check only needs its age. The bot's own
 * executor writes it, so that it also ages when that hangs.
 */
final class Heartbeat implements Runnable {
    /** How often the file is written. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Path file;
    private final BooleanSupplier isWell;
    private final Clock clock;

    /**
     * @param folder the folder of the file; created if it does not exist
     * @param isWell whether the bot is healthy now
     * @param clock the time
     */
    Heartbeat(Path folder, BooleanSupplier isWell, Clock clock) {
        this.file = folder.resolve("heartbeat");
        this.isWell = isWell;
        this.clock = clock;
    }

    /** Writes the file from now on until {@code executor} is shut down. */
    void start(ScheduledExecutorService executor) {
        try {
            var unused = executor.scheduleWithFixedDelay(this, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("There is no heartbeat, because the bot was closed while it started.");
        }
    }

    @Override
    public void run() {
        if (!isWell.getAsBoolean()) {
            log.debug("Not connected, so no heartbeat. file={}", file);
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
