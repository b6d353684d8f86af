package dev.brandingbot.repository.source;

import dev.brandingbot.support.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A branding repository in a folder that holds {@code events/}, whether or not it is a git repository. It is read again at
 * each look; only files that have changed since the last one are read, once. Symbolic links are not followed. Safe for use by
 * several threads.
 */
public final class FolderSource implements BrandingSource {
    /** How old a change must be before the time stamps of file systems can tell the next one apart. */
    private static final Duration STAMP_PRECISION = Duration.ofSeconds(3);

    /** What a submodule holds, and every other repository. */
    private static final String GIT = ".git";

    private final Path folder;
    private final Clock clock;

    /** The hashes of the last look; replaced as a whole. */
    private volatile Map<Path, HashedFile> hashes = Map.of();

    /**
     * @param folder the folder that holds {@code events/}
     * @param clock the one by which the file system stamps its files
     */
    public FolderSource(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private record HashedFile(FileTime changed, long size, Optional<Object> key, boolean isSettled, String sha) {
        boolean isStill(BasicFileAttributes file) {
            return isSettled
                    && size == file.size()
                    && changed.equals(file.lastModifiedTime())
                    && key.equals(Optional.ofNullable(file.fileKey()));
        }
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public TreeResponse tree(Optional<String> etag) throws RepositoryUnavailableException {
        return tree(etag, (file, bytes) -> {});
    }

    @Override
    public TreeResponse tree(Optional<String> etag, BiConsumer<TreeEntry, byte[]> passing)
            throws RepositoryUnavailableException {
        var events = folder.resolve(RepositoryTree.ROOT);
        if (!Files.isDirectory(events, LinkOption.NOFOLLOW_LINKS)) {
            throw new RepositoryUnavailableException(
                    folder + " contains no folder " + RepositoryTree.ROOT + "/: name the folder that contains "
                            + RepositoryTree.ROOT + "/.",
                    Optional.empty());
        }
        try {
            var reading = new FolderReader(hashes, passing);
            reading.readEvents(events);
            hashes = Map.copyOf(reading.hashes);
            return new TreeResponse.Changed(new RepositoryTree(reading.entries, Optional.empty()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public byte[] blob(TreeEntry entry) throws RepositoryUnavailableException {
        try {
            var bytes = Files.readAllBytes(file(entry));
            if (GitBlobHash.of(bytes).equals(entry.sha())) {
                return bytes;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        throw new RepositoryUnavailableException(
                entry.path() + " in " + folder + " was changed while it was read: try again.", Optional.empty());
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> arrived)
            throws RepositoryUnavailableException {
        for (var entry : entries) {
            arrived.accept(entry, blob(entry));
        }
    }

    @Override
    public String toString() {
        return "FolderSource[" + folder + "]";
    }

    private Path file(TreeEntry entry) throws IOException {
        var file = folder.resolve(entry.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    private RepositoryUnavailableException unreadable(IOException e) {
        return new RepositoryUnavailableException(
                "The folder " + folder + " can't be read (" + reason(e) + "): check that it exists and is readable.",
                Optional.empty(),
                e);
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        return failure instanceof AccessDeniedException denied
                ? "permission was denied for " + denied.getFile()
                : FailureReason.of(failure);
    }

    /** One pass over the folder. */
    private final class FolderReader {
        private final Map<Path, HashedFile> before;
        private final BiConsumer<TreeEntry, byte[]> passing;
        private final Map<Path, HashedFile> hashes = new HashMap<>();
        private final List<TreeEntry> entries = new ArrayList<>();

        FolderReader(Map<Path, HashedFile> before, BiConsumer<TreeEntry, byte[]> passing) {
            this.before = before;
            this.passing = passing;
        }

        void readEvents(Path events) throws IOException {
            for (var event : children(events)) {
                if (Files.isSymbolicLink(event)) {
                    add(event, TreeEntry.LINK);
                } else if (Files.exists(event.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
                    add(event, TreeEntry.SUBMODULE);
                } else if (Files.isDirectory(event, LinkOption.NOFOLLOW_LINKS)) {
                    add(event, TreeEntry.FOLDER);
                    readEvent(event);
                }
            }
        }

        private void readEvent(Path event) throws IOException {
            for (var child : children(event)) {
                if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    readFile(child);
                } else if (RepositoryLayout.isAssetFolder(child.getFileName().toString())) {
                    for (var file : children(child)) {
                        readFile(file);
                    }
                } else {
                    add(child, TreeEntry.FOLDER);
                }
            }
        }

        private void add(Path path, String mode) {
            entries.add(new TreeEntry(path(path), mode, TreeEntry.NO_SHA, 0));
        }

        private void readFile(Path path) throws IOException {
            var file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (file.isSymbolicLink()) {
                add(path, TreeEntry.LINK);
            } else if (file.isRegularFile()) {
                entries.add(new TreeEntry(path(path), TreeEntry.FILE, sha(path, file), file.size()));
            }
        }

        /** Its hash, which is not worth computing for what is too large for anything. */
        private String sha(Path path, BasicFileAttributes file) throws IOException {
            if (file.size() > RepositoryLayout.MAX_ASSET_BYTES) {
                return TreeEntry.NO_SHA;
            }
            var known = before.get(path);
            var hashed = known != null && known.isStill(file) ? known : hash(path, file);
            hashes.put(path, hashed);
            return hashed.sha();
        }

        private HashedFile hash(Path path, BasicFileAttributes file) throws IOException {
            var isSettled =
                    file.lastModifiedTime().toInstant().isBefore(clock.instant().minus(STAMP_PRECISION));
            var bytes = bytes(path);
            var hashed = new HashedFile(
                    file.lastModifiedTime(),
                    file.size(),
                    Optional.ofNullable(file.fileKey()),
                    isSettled,
                    GitBlobHash.of(bytes));
            passing.accept(new TreeEntry(path(path), TreeEntry.FILE, hashed.sha(), bytes.length), bytes);
            return hashed;
        }

        private static byte[] bytes(Path path) throws IOException {
            try (var content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                return content.readAllBytes();
            }
        }

        private List<Path> children(Path parent) throws IOException {
            try (Stream<Path> children = Files.list(parent)) {
                return children.sorted().toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private String path(Path path) {
            return folder.relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
        }
    }
}
