package dev.brandingbot.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the file that an image was made of, so that a person can tell which one is on.
 *
 * @param folder the branding repository
 */
record AssetFileIndex(Path folder) {
    /** {@code events/<name>/<kind>/<file>} */
    private static final int DEPTH = 4;

    /** The path in the repository of a file with this content. */
    Optional<String> nameOf(byte[] content) {
        try (var files = Files.walk(folder.resolve("events"), DEPTH)) {
            return files.filter(file -> hasContent(file, content))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasContent(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            return false;
        }
    }
}
