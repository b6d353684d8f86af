package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.SettingParsers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * The executable of the embedded Redis: an installed redis-server or valkey-server, or else the bundled one, which is old and gets no
 * security fixes.
 */
final class RedisExecutable {
    private static final Logger log = LoggerFactory.getLogger(RedisExecutable.class);
    private static final List<String> NAMES = List.of("redis-server", "valkey-server");
    private static final long LAUNCH_SECONDS = 10;

    private final RedisDataDir folder;
    private final List<Path> searchPath;

    RedisExecutable(RedisDataDir folder) {
        this(folder, searchPath(Optional.ofNullable(System.getenv("PATH")).orElse("")));
    }

    /**
     * @param folder the data folder
     * @param searchPath the folders to search for installed executables
     */
    RedisExecutable(RedisDataDir folder, List<Path> searchPath) {
        this.folder = folder;
        this.searchPath = List.copyOf(searchPath);
    }

    private static List<Path> searchPath(String variable) {
        return Stream.of(variable.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> SettingParsers.path(entry).stream())
                .toList();
    }

    /**
     * Launches a server that outlives this process. The server may not be ready when this returns.
     *
     * @param port the port to listen on
     * @param password the password for clients; it does not appear on a command line
     * @throws CliException if no executable runs on this machine, or none can read the data
     */
    void launch(int port, String password) throws CliException {
        var config = config(port, password);
        for (var program : installed()) {
            if (launch(program, config)) {
                return;
            }
        }
        if (RedisVersion.LAST_WITH_SINGLE_FILE.isOlderThanDataIn(folder.path())) {
            throw new CliException(
                    ("The data in %s was written by Redis 7 or newer, and none is installed: install redis-server"
                                    + " or valkey-server, or set another BRANDING_DATA_DIR, or REDIS_URL to a Redis server.")
                            .formatted(folder.path()));
        }
        if (bundled().filter(program -> launch(program, config)).isEmpty()) {
            throw new CliException(
                    "No redis-server runs on this machine: install redis-server or valkey-server (for the"
                            + " bundled one: libssl3), or set REDIS_URL to a Redis server.");
        }
        log.info(
                "Started the bundled Redis. Install redis-server or valkey-server to get security fixes; the bot will use it instead.");
    }

    private List<Path> installed() {
        return NAMES.stream()
                .flatMap(name -> searchPath.stream()
                        .map(entry -> entry.resolve(name))
                        .filter(Files::isExecutable)
                        .limit(1))
                .filter(this::isUsable)
                .toList();
    }

    private boolean isUsable(Path program) {
        var version = RedisVersion.query(program);
        var isUsable = version.filter(RedisVersion::isSupported)
                .filter(it -> !it.isOlderThanDataIn(folder.path()))
                .isPresent();
        log.debug("Found an installed Redis. program={} version={} usable={}", program, version, isUsable);
        return isUsable;
    }

    private Optional<Path> bundled() {
        try {
            return Optional.of(
                    ExecutableProvider.newJarResourceProvider(folder.path().toFile())
                            .get()
                            .toPath());
        } catch (IOException | RuntimeException unsupported) {
            log.debug("No bundled Redis for this machine.", unsupported);
            return Optional.empty();
        }
    }

    /** The configuration goes through standard input: command lines can be read by every user of the machine. */
    private boolean launch(Path program, String config) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-")
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var input = process.getOutputStream()) {
                input.write(config.getBytes(StandardCharsets.UTF_8));
            }
            return isDaemon() ? isLaunched(program, process) : process.isAlive();
        } catch (IOException cannotRun) {
            log.debug("Could not launch Redis. program={}", program, cannotRun);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLaunched(Path program, Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean isLaunched = process.waitFor(LAUNCH_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        log.debug("Launched Redis. program={} launched={} output={}", program, isLaunched, output.strip());
        return isLaunched;
    }

    private static String config(int port, String password) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + password,
                "appendonly yes",
                "appendfsync always",
                "save \"\"",
                "maxmemory-policy noeviction",
                "pidfile " + RedisDataDir.PID_FILE,
                "logfile " + RedisDataDir.LOG_FILE,
                "loglevel warning",
                // Outside the terminal's process group: Ctrl+C must not stop the server before the bot has written its
                // state.
                isDaemon() ? "daemonize yes" : "",
                "");
    }

    private static boolean isDaemon() {
        return !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
