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
 * The version of a redis-server or valkey-server. Valkey continues the numbers of Redis 7.2.
 *
 * @param major the first number
 * @param minor the second number
 */
record RedisVersion(int major, int minor) {
    /** The last version with a single append-only file. It ignores the folder of files that Redis 7 writes, and would start empty. */
    static final RedisVersion LAST_WITH_SINGLE_FILE = new RedisVersion(6, 2);

    private static final Logger log = LoggerFactory.getLogger(RedisVersion.class);
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d{1,4})\\.(\\d{1,4})");
    private static final String APPEND_ONLY_FOLDER = "appendonlydir";
    private static final long TIMEOUT_SECONDS = 10;

    /** Returns the version that a program prints; empty if it can't be run or prints none. Blocks. */
    static Optional<RedisVersion> query(Path program) {
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

    /** Whether this version is at least as new as the bundled one, whose data it must be able to read. */
    boolean isSupported() {
        return major > LAST_WITH_SINGLE_FILE.major
                || (major == LAST_WITH_SINGLE_FILE.major && minor >= LAST_WITH_SINGLE_FILE.minor);
    }

    /** Whether this version would ignore the data in a folder and start empty. */
    boolean isOlderThanDataIn(Path folder) {
        return major <= LAST_WITH_SINGLE_FILE.major && Files.exists(folder.resolve(APPEND_ONLY_FOLDER));
    }
}
