package dev.brandingbot.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the file of an image, so that the screen can name the current icon and banner.
 *
 * @param folder the branding repository
 */
record AssetFileIndex(Path folder) {
    /** {@code events/<name>/<kind>/<file>} */
    private static final int DEPTH = 4;

    /** Returns the path in the repository of a file with this content; empty if there is none. */
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
