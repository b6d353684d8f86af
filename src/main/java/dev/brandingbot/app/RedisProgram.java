package dev.brandingbot.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** The redis-server program: the one that comes with the bot, otherwise the one that is installed. */
final class RedisProgram {
    private static final Logger log = LoggerFactory.getLogger(RedisProgram.class);
    private static final String NAME = "redis-server";
    private static final String LOG_FILE = "redis.log";
    private static final long LAUNCH_SECONDS = 10;

    private final RedisFolder folder;

    RedisProgram(RedisFolder folder) {
        this.folder = folder;
    }

    /**
     * Launches a server on {@code port} that outlives this process; it is not ready yet.
     *
     * @throws StartException if neither program runs here
     */
    void launch(int port) throws StartException {
        Optional<File> launched =
                programs().filter(program -> runs(program, port)).findFirst();
        if (launched.isEmpty()) {
            throw new StartException(
                    "No redis-server runs on this machine: install one (Debian: apt-get install"
                            + " redis-server, or libssl3 for the one that comes with the bot), or set REDIS_URL to a Redis server.");
        }
    }

    private Stream<File> programs() {
        Stream<Optional<File>> programs = hasNewerFormat()
                ? Stream.of(installed())
                : Stream.of(0, 1).map(choice -> choice == 0 ? bundled() : installed());
        return programs.flatMap(Optional::stream);
    }

    /** Redis 7 keeps its file in a folder, which the one that comes with the bot would overlook and start empty. */
    private boolean hasNewerFormat() {
        return Files.exists(folder.path().resolve("appendonlydir"));
    }

    private Optional<File> bundled() {
        try {
            return Optional.of(
                    ExecutableProvider.newJarResourceProvider(folder.path().toFile())
                            .get());
        } catch (IOException | RuntimeException notForThisMachine) {
            log.debug("No redis-server for this machine comes with the bot.", notForThisMachine);
            return Optional.empty();
        }
    }

    private static Optional<File> installed() {
        try {
            return Optional.of(ExecutableProvider.newExecutableInPath(NAME).get());
        } catch (IOException | RuntimeException notInstalled) {
            log.debug("No redis-server is installed.", notInstalled);
            return Optional.empty();
        }
    }

    private boolean runs(File program, int port) {
        try {
            Process process = new ProcessBuilder(commandLine(program, port))
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!isDaemon()) {
                return process.isAlive();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean isLaunched = process.waitFor(LAUNCH_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            log.debug("Launched redis-server. program={} launched={} said={}", program, isLaunched, said.strip());
            return isLaunched;
        } catch (IOException cannotRun) {
            log.debug("Could not launch redis-server. program={}", program, cannotRun);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> commandLine(File program, int port) {
        List<String> words = new ArrayList<>(List.of(program.getPath()));
        words.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port)));
        words.addAll(List.of("--appendonly", "yes", "--appendfsync", "always", "--save", ""));
        words.addAll(List.of("--maxmemory-policy", "noeviction"));
        words.addAll(List.of("--pidfile", RedisFolder.PID_FILE, "--logfile", LOG_FILE, "--loglevel", "warning"));
        if (isDaemon()) {
            // Away from the terminal: its Ctrl-C is for the bot, which ends the server when it has written its state.
            words.addAll(List.of("--daemonize", "yes"));
        }
        return words;
    }

    private static boolean isDaemon() {
        return !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
