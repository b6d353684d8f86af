package dev.brandingbot.app.redis;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates folders and files that only their owner can read, if the file system supports POSIX permissions. */
final class PrivateFiles {
    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** The names of files that the bot and its Redis write. */
    private static final Pattern OWN_FILES =
            Pattern.compile("redis[.-].*|appendonly.*|temp-.*|dump\\.rdb|heartbeat(\\..*)?");

    private PrivateFiles() {}

    /**
     * Creates a folder for its owner alone, or restricts an existing one that contains only files of the bot.
     *
     * @throws IOException if the folder can't be created
     */
    static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            restrict(folder);
        } else {
            Files.createDirectories(folder, attributes(OWNER_ONLY));
        }
    }

    private static void restrict(Path folder) throws IOException {
        if (!hasPermissions() || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
            return;
        }
        if (!containsOnlyOwnFiles(folder)) {
            log.warn(
                    "Other users can read the data folder, which also contains other files: use a folder only for the bot. folder={}",
                    folder);
            return;
        }
        try {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            permissions.retainAll(OWNER_ONLY);
            Files.setPosixFilePermissions(folder, permissions);
        } catch (IOException notOwner) {
            log.warn("Other users can read the data folder: run chmod 700 on it. folder={}", folder, notOwner);
        }
    }

    private static boolean containsOnlyOwnFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file ->
                    OWN_FILES.matcher(String.valueOf(file.getFileName())).matches());
        }
    }

    /**
     * Writes a file for its owner alone, atomically.
     *
     * @throws IOException if the file can't be written
     */
    static void write(Path file, String text) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, attributes(OWNER_ONLY_FILE));
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
