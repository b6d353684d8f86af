package dev.brandingbot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is deleted when it is closed. Thread-safe. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("branding-sandbox-"));
    }

    /** Returns the folder. */
    Path path() {
        return path;
    }

    /** Runs an action that writes into the folder, unless it is closed. Closing waits for the action. */
    synchronized void fill(Runnable action) {
        if (Files.exists(path)) {
            action.run();
        }
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
