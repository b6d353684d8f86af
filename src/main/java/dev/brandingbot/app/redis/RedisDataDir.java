package dev.brandingbot.app.redis;

import dev.brandingbot.app.settings.CliException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of the embedded Redis, readable by its owner only. A lock file with two byte ranges coordinates the processes that
 * use it: the first range is locked exclusively while a server is searched, started or stopped; the second is locked, shared, by every
 * process that uses the server. The operating system releases both when a process dies. Not thread-safe.
 */
final class RedisDataDir implements AutoCloseable {
    private static final String LOCK_FILE = "redis.lock";
    private static final String PORT_FILE = "redis.port";

    private static final String PASSWORD_FILE = "redis.password";

    /** Written by Redis itself. */
    static final String PID_FILE = "redis.pid";

    /** Written by Redis itself. */
    static final String LOG_FILE = "redis.log";

    private static final long START_LOCK = 0;
    private static final long USE_LOCK = 1;
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern PID = Pattern.compile("[1-9]\\d{0,9}");
    private static final Pattern PASSWORD = Pattern.compile("[0-9a-f]{64}");
    private static final int PASSWORD_BYTES = 32;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Path path;
    private final FileChannel locks;
    private @Nullable FileLock use;

    private RedisDataDir(Path path, FileChannel locks) {
        this.path = path;
        this.locks = locks;
    }

    /**
     * Opens a folder; creates it if it does not exist.
     *
     * @throws CliException if the folder is not writable
     */
    static RedisDataDir open(Path path) throws CliException {
        try {
            PrivateFiles.createFolder(path);
            Path real = path.toRealPath();
            FileChannel locks = FileChannel.open(
                    real.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            return new RedisDataDir(real, locks);
        } catch (IOException unusable) {
            throw new CliException(
                    "The folder %s can't be written to: set BRANDING_DATA_DIR to a writable folder, or REDIS_URL to a Redis server."
                            .formatted(path),
                    unusable);
        }
    }

    Path path() {
        return path;
    }

    /**
     * Acquires the lock under which the server is searched, started or stopped. Blocks for up to 20 seconds.
     *
     * @return the lock, which the caller closes
     * @throws CliException if another process does not release it
     */
    FileLock lockStart() throws CliException {
        RetryPolicy<Optional<FileLock>> untilFree = RetryPolicy.<Optional<FileLock>>builder()
                .handleResultIf(Optional::isEmpty)
                .withDelay(Duration.ofMillis(20))
                .withMaxRetries(-1)
                .withMaxDuration(TIMEOUT)
                .build();
        try {
            return Failsafe.with(untilFree)
                    .get(() -> tryLock(START_LOCK, false))
                    .orElseThrow(() -> new CliException(
                            "Another process has been starting or stopping the Redis in %s for %s s: end it, or set another BRANDING_DATA_DIR."
                                    .formatted(path, TIMEOUT.toSeconds())));
        } catch (FailsafeException unusable) {
            throw new CliException(
                    "The file %s can't be locked: set another BRANDING_DATA_DIR, or REDIS_URL."
                            .formatted(path.resolve(LOCK_FILE)),
                    unusable);
        }
    }

    /**
     * Marks the server as used by this process.
     *
     * @throws CliException if this process uses it already
     */
    void join() throws CliException, IOException {
        use = tryLock(USE_LOCK, true)
                .orElseThrow(() -> new CliException(
                        "The Redis in %s is already used by this process, or is being stopped.".formatted(path)));
    }

    /** Marks the server as no longer used by this process. */
    void leave() throws IOException {
        if (use != null) {
            use.close();
            use = null;
        }
    }

    /** Whether another process uses the server. Requires the start lock, and that this process does not use the server. */
    boolean isInUse() throws IOException {
        Optional<FileLock> exclusive = tryLock(USE_LOCK, false);
        if (exclusive.isPresent()) {
            exclusive.get().close();
        }
        return exclusive.isEmpty();
    }

    private Optional<FileLock> tryLock(long position, boolean isShared) throws IOException {
        try {
            return Optional.ofNullable(locks.tryLock(position, 1, isShared));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    /** Returns the port of the last server; empty if the file is missing or invalid. */
    Optional<Integer> port() throws IOException {
        return read(PORT_FILE, PORT).map(Integer::parseInt).filter(port -> port <= 0xFFFF);
    }

    /** Returns the password of the server in this folder. Generates it the first time. */
    String password() throws IOException {
        var known = read(PASSWORD_FILE, PASSWORD);
        if (known.isPresent()) {
            return known.get();
        }
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        PrivateFiles.write(path.resolve(PASSWORD_FILE), password + "\n");
        return password;
    }

    /** Writes the port of the server, atomically. */
    void writePort(int port) throws IOException {
        Path temporary = path.resolve(PORT_FILE + ".new");
        Files.writeString(temporary, port + "\n");
        Files.move(temporary, path.resolve(PORT_FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the running process in Redis's PID file; empty if there is none or it is not a Redis. */
    Optional<ProcessHandle> server() throws IOException {
        return read(PID_FILE, PID)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().map(RedisDataDir::isRedis).orElse(false));
    }

    /** Distributions install it under several names. */
    private static boolean isRedis(String command) {
        return command.contains("redis") || command.contains("valkey");
    }

    /** Whether the server has a PID file. It writes the file when it listens, and deletes it when all data is saved. */
    boolean hasPidFile() {
        return Files.exists(path.resolve(PID_FILE));
    }

    private Optional<String> read(String file, Pattern format) throws IOException {
        Path stored = path.resolve(file);
        return Files.exists(stored)
                ? Optional.of(new String(Files.readAllBytes(stored), StandardCharsets.ISO_8859_1))
                        .map(String::strip)
                        .filter(text -> format.matcher(text).matches())
                : Optional.empty();
    }

    /** Deletes the port file and the PID file. */
    void deleteServerFiles() throws IOException {
        Files.deleteIfExists(path.resolve(PORT_FILE));
        Files.deleteIfExists(path.resolve(PID_FILE));
    }

    @Override
    public void close() throws IOException {
        locks.close();
    }
}
