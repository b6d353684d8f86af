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

/** Folders and files that only their owner can read, where the file system has such permissions. */
final class PrivateFiles {
    private static final Logger log = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    /** What the bot and its Redis keep in their folder. */
    private static final Pattern OWN_FILES =
            Pattern.compile("redis[.-].*|appendonly.*|temp-.*|dump\\.rdb|heartbeat(\\..*)?");

    private PrivateFiles() {}

    /**
     * Creates {@code folder} for its owner alone, or restricts it if it exists and holds nothing of others.
     *
     * @throws IOException if it can't be created
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
        if (!holdsOnlyOwnFiles(folder)) {
            log.warn(
                    "The data folder can be read by others and holds files of others: use one for the bot alone. folder={}",
                    folder);
            return;
        }
        try {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            permissions.retainAll(OWNER_ONLY);
            Files.setPosixFilePermissions(folder, permissions);
        } catch (IOException ofAnotherUser) {
            log.warn("The data folder can be read by others: run chmod 700 on it. folder={}", folder, ofAnotherUser);
        }
    }

    private static boolean holdsOnlyOwnFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file ->
                    OWN_FILES.matcher(String.valueOf(file.getFileName())).matches());
        }
    }

    /**
     * Writes {@code text} to {@code file} for its owner alone, whole or not at all.
     *
     * @throws IOException if that is not possible
     */
    static void write(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, attributes(OWNER_ONLY_FILE));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
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
