package dev.brandingbot.app;

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
 * A file that is written again and again as long as the bot is well: a health check needs to look at its age only. It is
 * written by the bot's own executor, so that it ages when that hangs.
 */
final class Heartbeat implements Runnable {
    /** How often it beats. */
    static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Path file;
    private final BooleanSupplier isWell;
    private final Clock clock;

    /**
     * @param folder where the file goes; made where there is none
     * @param isWell whether the bot is well now
     * @param clock what time it is
     */
    Heartbeat(Path folder, BooleanSupplier isWell, Clock clock) {
        this.file = folder.resolve("heartbeat");
        this.isWell = isWell;
        this.clock = clock;
    }

    /** Beats from now on, until the executor is shut down. */
    void start(ScheduledExecutorService executor) {
        try {
            var unused = executor.scheduleWithFixedDelay(this, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            log.debug("There is no heartbeat, because the bot was closed while it started.");
        }
    }

    @Override
    public void run() {
        if (!isWell.getAsBoolean()) {
            log.debug("Not well at the moment. file={}", file);
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, clock.instant() + "\n");
        } catch (IOException unwritable) {
            log.warn(
                    "The heartbeat can't be written; set BRANDING_DATA_DIR to a folder that can. file={}",
                    file,
                    unwritable);
        }
    }
}
