package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.RedisUrl;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A persistent Redis server on this machine, for users who have none. There is never more than one server per folder: a server that
 * outlived a killed process is found and reused, and several processes with the same folder share a server, which the last of them
 * stops. It listens on loopback and has a random password. Every write is on the disk before it is confirmed. A process may have one
 * instance of this class per folder. Thread-safe.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final int MAX_ATTEMPTS = 2;
    private static final int MAX_LOG_LINES = 10;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LOAD_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final RedisDataDir folder;
    private final int port;
    private final String password;
    private boolean isClosed;

    private EmbeddedRedis(RedisDataDir folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /**
     * Finds the running server of a folder, or starts one. Blocks until it is ready.
     *
     * @param path the folder for its data; created if it does not exist
     * @throws CliException if the folder can't be used or no server runs on this machine
     */
    public static EmbeddedRedis start(Path path) throws CliException {
        RedisDataDir folder = RedisDataDir.open(path);
        try (FileLock lock = folder.lockStart()) {
            log.debug("Searching for a Redis. folder={} locked={}", folder.path(), lock.isValid());
            String password = folder.password();
            int port = findOrLaunch(folder, password);
            folder.join();
            return new EmbeddedRedis(folder, port, password);
        } catch (IOException unusable) {
            closeQuietly(folder);
            throw new CliException(
                    "The folder %s can't be used: set another BRANDING_DATA_DIR, or REDIS_URL.".formatted(path),
                    unusable);
        } catch (CliException | RuntimeException failed) {
            closeQuietly(folder);
            throw failed;
        }
    }

    /** Returns the server's address, with its password. */
    public RedisUrl url() {
        return RedisUrl.onLoopback(port, password);
    }

    /**
     * Restarts the server on its port if its process has ended. If several processes share the server, one of them restarts it.
     *
     * @throws CliException if the server does not start
     */
    synchronized void restartIfDead() throws CliException {
        if (isClosed || isAlive()) {
            return;
        }
        try (FileLock lock = folder.lockStart()) {
            log.warn("The embedded Redis has ended; restarting it. folder={} locked={}", folder.path(), lock.isValid());
            if (!isAlive() && !serves(url(), folder.path()) && !launch(folder, port, password)) {
                throw new CliException(
                        "The embedded Redis in %s does not restart: %s".formatted(folder.path(), lastLogLine(folder)));
            }
        } catch (IOException unusable) {
            throw new CliException("The folder %s can no longer be used.".formatted(folder.path()), unusable);
        }
    }

    /** Whether the server's process runs. */
    boolean isAlive() throws CliException {
        try {
            return folder.server().isPresent();
        } catch (IOException unusable) {
            throw new CliException("The folder %s can no longer be read.".formatted(folder.path()), unusable);
        }
    }

    private static int findOrLaunch(RedisDataDir folder, String password) throws IOException, CliException {
        Optional<Integer> running = runningServer(folder, password);
        if (running.isPresent()) {
            log.info(
                    "Using the embedded Redis that is already running. port={} folder={}",
                    running.get(),
                    folder.path());
            return running.get();
        }
        throwIfUnreachable(folder);
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            int port = freePort();
            if (launch(folder, port, password)) {
                return port;
            }
        }
        throw new CliException(
                "The embedded Redis in %s does not start: %s".formatted(folder.path(), lastLogLine(folder)));
    }

    /** Returns the port of a running server; waits while it loads its data. */
    private static Optional<Integer> runningServer(RedisDataDir folder, String password) throws IOException {
        boolean runs = folder.server().isPresent();
        Optional<Integer> port = folder.port();
        if (runs && port.isPresent()) {
            setPassword(port.get(), folder.path(), password);
        }
        return port.map(known -> RedisUrl.onLoopback(known, password))
                .filter(url -> serves(url, folder.path()) || (runs && becomesReady(url, folder)))
                .flatMap(url -> port);
    }

    /** Sets a password on a server that an earlier version of the bot started without one. */
    private static void setPassword(int port, Path folder, String password) {
        var url = RedisUrl.onLoopback(port);
        if (serves(url, folder)) {
            try (UnifiedJedis redis = RedisClients.open(url)) {
                redis.configSet("requirepass", password);
            }
        }
    }

    /** Launches a server and returns whether it became ready. Writes its port first, in case this process is killed. */
    private static boolean launch(RedisDataDir folder, int port, String password) throws IOException, CliException {
        folder.deleteServerFiles();
        folder.writePort(port);
        new RedisExecutable(folder).launch(port, password);
        boolean isReady = becomesReady(RedisUrl.onLoopback(port, password), folder);
        if (isReady) {
            log.info("Started the embedded Redis. port={} folder={}", port, folder.path());
        }
        return isReady;
    }

    /** Prevents a second server, which would destroy the data of the first. */
    private static void throwIfUnreachable(RedisDataDir folder) throws IOException, CliException {
        Optional<ProcessHandle> unreachable = folder.server();
        if (unreachable.isPresent()) {
            throw new CliException(
                    "A Redis server (process %s) uses %s but can't be reached: stop it with kill, and start the bot again."
                            .formatted(unreachable.get().pid(), folder.path()));
        }
        if (folder.isInUse()) {
            throw new CliException(
                    ("The folder %s is in use by another bot whose Redis can't be reached from this process:"
                                    + " set another BRANDING_DATA_DIR, or REDIS_URL for both.")
                            .formatted(folder.path()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean becomesReady(RedisUrl url, RedisDataDir folder) {
        RetryPolicy<Launch> untilDecided = RetryPolicy.<Launch>builder()
                .handleResult(Launch.STARTING)
                .withDelay(Duration.ofMillis(10))
                .withMaxRetries(-1)
                .withMaxDuration(LOAD_TIMEOUT)
                .build();
        return Failsafe.with(untilDecided).get(attempt -> inspect(url, folder, attempt.getElapsedTime()))
                == Launch.READY;
    }

    private enum Launch {
        STARTING,
        READY,
        FAILED
    }

    private static Launch inspect(RedisUrl url, RedisDataDir folder, Duration elapsed) throws IOException {
        if (serves(url, folder.path())) {
            return Launch.READY;
        }
        boolean isAlive = folder.hasPidFile() ? folder.server().isPresent() : elapsed.compareTo(START_TIMEOUT) < 0;
        return isAlive ? Launch.STARTING : Launch.FAILED;
    }

    private static boolean serves(RedisUrl url, Path folder) {
        try (UnifiedJedis redis = RedisClients.open(url)) {
            String dir = redis.configGet("dir").get("dir");
            return dir != null && isSame(folder, dir) && redis.ping().equals("PONG");
        } catch (JedisException unavailable) {
            log.trace("No Redis of this folder answers. url={}", url, unavailable);
            return false;
        }
    }

    private static boolean isSame(Path folder, String dir) {
        try {
            return Files.isSameFile(folder, Path.of(dir));
        } catch (IOException | InvalidPathException notThisFolder) {
            return false;
        }
    }

    private static String lastLogLine(RedisDataDir folder) throws IOException {
        Path log = folder.path().resolve(RedisDataDir.LOG_FILE);
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        List<String> last = lines.subList(Math.max(0, lines.size() - MAX_LOG_LINES), lines.size());
        if (last.stream().anyMatch(line -> line.contains("Can't handle RDB format version"))) {
            return "its data was written by a newer Redis than the one that is installed. Install one that is at least as new,"
                    + " or set another BRANDING_DATA_DIR. See " + log + ".";
        }
        return last.isEmpty()
                ? "it logged nothing."
                : "see %s, which ends with: %s".formatted(log, last.get(last.size() - 1));
    }

    /** Stops the server, unless another process uses it. */
    @Override
    public synchronized void close() {
        isClosed = true;
        try (FileLock lock = folder.lockStart()) {
            folder.leave();
            if (folder.isInUse()) {
                log.debug("Left the embedded Redis running: another process uses it. locked={}", lock.isValid());
            } else {
                shutDown();
            }
        } catch (IOException | CliException failed) {
            log.warn(
                    "Could not stop the embedded Redis; the next start will reuse it. folder={}",
                    folder.path(),
                    failed);
        } finally {
            closeQuietly(folder);
        }
    }

    private void shutDown() throws IOException {
        try (UnifiedJedis redis = RedisClients.open(url())) {
            redis.executeCommand(new CommandArguments(Protocol.Command.SHUTDOWN));
        } catch (JedisException closed) {
            log.trace("The connection closed with the server.", closed);
        }
        if (hasEnded()) {
            folder.deleteServerFiles();
        } else {
            log.warn("The embedded Redis has not stopped; the next start will reuse it. folder={}", folder.path());
        }
    }

    private boolean hasEnded() {
        RetryPolicy<Boolean> untilEnded = RetryPolicy.<Boolean>builder()
                .handleResult(false)
                .withDelay(Duration.ofMillis(10))
                .withMaxRetries(-1)
                .withMaxDuration(STOP_TIMEOUT)
                .build();
        return Failsafe.with(untilEnded)
                .get(() -> !folder.hasPidFile() || folder.server().isEmpty());
    }

    private static void closeQuietly(RedisDataDir folder) {
        try {
            folder.close();
        } catch (IOException failed) {
            log.debug("Could not close the lock file.", failed);
        }
    }
}
