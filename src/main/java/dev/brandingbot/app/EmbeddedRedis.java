package dev.brandingbot.app;

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
 * A real, persistent Redis server on this machine, for those who have none. There is never more than one on a folder: one
 * that outlived its killed process is found and used, and several processes on one folder share one, which the last of them
 * ends. Every write is on the disk before it is confirmed. Once per process and folder.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final int ATTEMPTS = 2;
    private static final Duration TO_APPEAR = Duration.ofSeconds(3);
    private static final Duration TO_LOAD = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final RedisFolder folder;
    private final int port;
    private final RedisUrl url;
    private boolean isClosed;

    private EmbeddedRedis(RedisFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        this.url = RedisUrl.onLoopback(port);
    }

    /**
     * Finds the server on {@code path}, or starts one, and waits until it is ready.
     *
     * @param path the folder for its data; made where there is none
     * @throws StartException if the folder cannot be used or no server runs here
     */
    public static EmbeddedRedis start(Path path) throws StartException {
        RedisFolder folder = RedisFolder.open(path);
        try (FileLock turn = folder.takeTurn()) {
            log.debug("Looking for a Redis. folder={} turn={}", folder.path(), turn.isValid());
            int port = findOrLaunch(folder);
            folder.join();
            return new EmbeddedRedis(folder, port);
        } catch (IOException unusable) {
            closeQuietly(folder);
            throw new StartException(
                    "The folder %s can't be used: set another BRANDING_DATA_DIR, or REDIS_URL.".formatted(path),
                    unusable);
        } catch (StartException | RuntimeException failed) {
            closeQuietly(folder);
            throw failed;
        }
    }

    /** Where the server is. */
    public RedisUrl url() {
        return url;
    }

    /**
     * Starts the server again where it has ended under this process, on the port that its clients know. One that is alive is
     * left alone, be it silent. Of several processes one does it; the others find it done.
     *
     * @throws StartException if it does not start
     */
    synchronized void revive() throws StartException {
        if (isClosed || isAlive()) {
            return;
        }
        try (FileLock turn = folder.takeTurn()) {
            log.warn(
                    "The embedded Redis has ended and is started again. folder={} turn={}",
                    folder.path(),
                    turn.isValid());
            if (!isAlive() && !serves(port, folder.path()) && !launch(folder, port)) {
                throw new StartException("The embedded Redis does not start again in %s: %s"
                        .formatted(folder.path(), lastWords(folder)));
            }
        } catch (IOException unusable) {
            throw new StartException("The folder %s can't be used any more.".formatted(folder.path()), unusable);
        }
    }

    /** Whether the process of the server runs. */
    boolean isAlive() throws StartException {
        try {
            return folder.server().isPresent();
        } catch (IOException unusable) {
            throw new StartException("The folder %s can't be read any more.".formatted(folder.path()), unusable);
        }
    }

    private static int findOrLaunch(RedisFolder folder) throws IOException, StartException {
        Optional<Integer> survivor = survivor(folder);
        if (survivor.isPresent()) {
            log.info("Found the embedded Redis running. port={} folder={}", survivor.get(), folder.path());
            return survivor.get();
        }
        refuseUnreachable(folder);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            if (launch(folder, port)) {
                return port;
            }
        }
        throw new StartException(
                "The embedded Redis does not start in %s: %s".formatted(folder.path(), lastWords(folder)));
    }

    /** The port of a server that runs; one that still loads its data is waited for. */
    private static Optional<Integer> survivor(RedisFolder folder) throws IOException {
        boolean runs = folder.server().isPresent();
        return folder.port().filter(port -> serves(port, folder.path()) || (runs && becomesReady(port, folder)));
    }

    /** Launches a server and says whether it is ready. Its port is noted first: a start that is killed meanwhile leaves one behind. */
    private static boolean launch(RedisFolder folder, int port) throws IOException, StartException {
        folder.forgetServer();
        folder.notePort(port);
        new RedisProgram(folder).launch(port);
        boolean isReady = becomesReady(port, folder);
        if (isReady) {
            log.info("Started the embedded Redis. port={} folder={}", port, folder.path());
        }
        return isReady;
    }

    /** A second server on the same file would destroy it. */
    private static void refuseUnreachable(RedisFolder folder) throws IOException, StartException {
        Optional<ProcessHandle> silent = folder.server();
        if (silent.isPresent()) {
            throw new StartException(
                    "A redis-server (process %s) has %s but can't be reached: end it with kill, and start again."
                            .formatted(silent.get().pid(), folder.path()));
        }
        if (folder.isInUse()) {
            throw new StartException(("The folder %s is in use by another bot whose Redis can't be reached from here:"
                            + " set another BRANDING_DATA_DIR, or REDIS_URL for both.")
                    .formatted(folder.path()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean becomesReady(int port, RedisFolder folder) {
        RetryPolicy<Launch> untilKnown = RetryPolicy.<Launch>builder()
                .handleResult(Launch.UNDER_WAY)
                .withDelay(Duration.ofMillis(10))
                .withMaxRetries(-1)
                .withMaxDuration(TO_LOAD)
                .build();
        return Failsafe.with(untilKnown).get(attempt -> look(port, folder, attempt.getElapsedTime())) == Launch.READY;
    }

    private enum Launch {
        UNDER_WAY,
        READY,
        FAILED
    }

    private static Launch look(int port, RedisFolder folder, Duration since) throws IOException {
        if (serves(port, folder.path())) {
            return Launch.READY;
        }
        boolean isAlive = folder.hasServerNote() ? folder.server().isPresent() : since.compareTo(TO_APPEAR) < 0;
        return isAlive ? Launch.UNDER_WAY : Launch.FAILED;
    }

    private static boolean serves(int port, Path folder) {
        try (UnifiedJedis redis = RedisConnection.open(RedisUrl.onLoopback(port))) {
            String dir = redis.configGet("dir").get("dir");
            return dir != null && isSame(folder, dir) && redis.ping().equals("PONG");
        } catch (JedisException notOurs) {
            log.trace("No Redis of this folder answers. port={}", port, notOurs);
            return false;
        }
    }

    private static boolean isSame(Path folder, String dir) {
        try {
            return Files.isSameFile(folder, Path.of(dir));
        } catch (IOException | InvalidPathException another) {
            return false;
        }
    }

    private static String lastWords(RedisFolder folder) throws IOException {
        Path log = folder.path().resolve("redis.log");
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        return lines.isEmpty()
                ? "it said nothing."
                : "see %s, which ends with: %s".formatted(log, lines.get(lines.size() - 1));
    }

    /** Ends the server, unless another process uses it. What was written stays. */
    @Override
    public synchronized void close() {
        isClosed = true;
        try (FileLock turn = folder.takeTurn()) {
            folder.leave();
            if (folder.isInUse()) {
                log.debug("Left the embedded Redis to another bot. turn={}", turn.isValid());
            } else {
                end();
            }
        } catch (IOException | StartException leftRunning) {
            log.warn("Left the embedded Redis running; the next start finds it. folder={}", folder.path(), leftRunning);
        } finally {
            closeQuietly(folder);
        }
    }

    private void end() throws IOException {
        try (UnifiedJedis redis = RedisConnection.open(url)) {
            redis.executeCommand(new CommandArguments(Protocol.Command.SHUTDOWN));
        } catch (JedisException endedOrGone) {
            log.trace("The connection went with the server.", endedOrGone);
        }
        if (hasEnded()) {
            folder.forgetServer();
        } else {
            log.warn("The embedded Redis has not ended; the next start finds it. folder={}", folder.path());
        }
    }

    private boolean hasEnded() {
        RetryPolicy<Boolean> untilEnded = RetryPolicy.<Boolean>builder()
                .handleResult(false)
                .withDelay(Duration.ofMillis(10))
                .withMaxRetries(-1)
                .withMaxDuration(TO_END)
                .build();
        return Failsafe.with(untilEnded)
                .get(() -> !folder.hasServerNote() || folder.server().isEmpty());
    }

    private static void closeQuietly(RedisFolder folder) {
        try {
            folder.close();
        } catch (IOException gone) {
            log.debug("Could not close the lock file.", gone);
        }
    }
}
