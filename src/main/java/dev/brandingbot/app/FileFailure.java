package dev.brandingbot.app;

import dev.brandingbot.support.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Describes why a file can't be written. Most exceptions only name the file. */
final class FileFailure {
    private FileFailure() {}

    /**
     * Returns a clause that ends with a period, like "it is a folder.".
     *
     * @param file the file, as the user named it
     * @param failure what writing it threw
     */
    static String describe(Path file, IOException failure) {
        if (Files.isDirectory(file)) {
            return "it is a folder.";
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return "the folder %s does not exist.".formatted(folder);
        }
        if (failure instanceof AccessDeniedException) {
            return "permission was denied.";
        }
        String reason = failure instanceof FileSystemException named
                ? Optional.ofNullable(named.getReason()).orElse("unknown reason")
                : FailureReason.of(failure);
        return reason + ".";
    }
}
