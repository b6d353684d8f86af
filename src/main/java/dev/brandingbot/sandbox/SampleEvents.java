package dev.brandingbot.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The sample branding repository in the jar. */
final class SampleEvents {
    private static final String ROOT = "/sample/";
    private static final String INDEX = "index.txt";

    private SampleEvents() {}

    /** Unpacks the sample repository into a folder, which then contains {@code events/}. */
    static void unpack(Path folder) {
        try (var index = open(INDEX)) {
            for (var path : new String(index.readAllBytes(), UTF_8).lines().toList()) {
                unpack(path, folder.resolve(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample events can't be unpacked into " + folder, e);
        }
    }

    private static void unpack(String path, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var content = open(path)) {
            Files.copy(content, file);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(
                SampleEvents.class.getResourceAsStream(ROOT + path), "missing in the jar: " + ROOT + path);
    }
}
