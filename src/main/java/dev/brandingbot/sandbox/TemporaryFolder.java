package dev.brandingbot.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is gone when it is closed. Safe for use by several threads. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("branding-sandbox-"));
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** Lets {@code filling} write into it, unless it is gone; whoever closes it meanwhile waits. */
    synchronized void fill(Runnable filling) {
        if (Files.exists(path)) {
            filling.run();
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
