package dev.brandingbot.app.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version of a redis-server or valkey-server. Valkey went on from Redis 7.2 with its numbers.
 *
 * @param major the first number
 * @param minor the second one
 */
record RedisVersion(int major, int minor) {
    /** Writes its data to one file, and would overlook the folder of files that Redis 7 writes. */
    static final RedisVersion NEWEST_OF_ONE_FILE = new RedisVersion(6, 2);

    private static final Logger log = LoggerFactory.getLogger(RedisVersion.class);
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d{1,4})\\.(\\d{1,4})");
    private static final String FOLDER_OF_FILES = "appendonlydir";
    private static final long TIMEOUT_SECONDS = 10;

    /** Asks {@code program} for its version; empty if it tells none. */
    static Optional<RedisVersion> of(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) ? parse(output) : Optional.empty();
        } catch (IOException cannotRun) {
            log.debug("Could not run an installed Redis. program={}", program, cannotRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<RedisVersion> parse(String output) {
        var version = VERSION.matcher(output);
        return version.find()
                ? Optional.of(new RedisVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                : Optional.empty();
    }

    /** Whether it is at least as new as the bundled one, whose data it may find. */
    boolean isSupported() {
        return major > NEWEST_OF_ONE_FILE.major
                || (major == NEWEST_OF_ONE_FILE.major && minor >= NEWEST_OF_ONE_FILE.minor);
    }

    /** Whether it would start empty beside the data in {@code folder}. */
    boolean isOlderThanDataIn(Path folder) {
        return major <= NEWEST_OF_ONE_FILE.major && Files.exists(folder.resolve(FOLDER_OF_FILES));
    }
}
