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
 * A A branding repository in a local folder that contains {@code events/}; it need not be a Git repository. Each fetch
 * lists the folder and reads only files that changed. Does not follow symbolic links. Thread-safe.
 */
public final class FolderSource implements BrandingSource {
    /** Minimum age of a change before a later change is certain to have a different timestamp. */
    private static final Duration TIMESTAMP_PRECISION = Duration.ofSeconds(3);

    /** Exists in every submodule and in every other repository. */
    private static final String GIT = ".git";

    private final Path folder;
    private final Clock clock;

    /** The hashes of the last fetch; replaced as a whole. */
    private volatile Map<Path, HashedFile> hashes = Map.of();

    /**
     * @param folder the folder that contains {@code events/}
     * @param clock the clock of the file system's timestamps
     */
    public FolderSource(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private record HashedFile(FileTime lastModified, long size, Optional<Object> key, boolean isSettled, String sha) {
        boolean isUnchanged(BasicFileAttributes file) {
            return isSettled
                    && size == file.size()
                    && lastModified.equals(file.lastModifiedTime())
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
    public TreeResponse tree(Optional<String> etag, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        var events = folder.resolve(RepositoryTree.ROOT);
        if (!Files.isDirectory(events, LinkOption.NOFOLLOW_LINKS)) {
            throw new RepositoryUnavailableException(
                    folder + " does not contain `" + RepositoryTree.ROOT + "/`. Use the folder that contains `"
                            + RepositoryTree.ROOT + "/`.",
                    Optional.empty());
        }
        try {
            var reader = new FolderReader(hashes, consumer);
            reader.readEvents(events);
            hashes = Map.copyOf(reader.hashes);
            return new TreeResponse.Changed(new RepositoryTree(reader.entries, Optional.empty()));
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
                entry.path() + " in " + folder + " was changed while it was read. Try again.", Optional.empty());
    }

    @Override
    public void blobs(Collection<TreeEntry> entries, BiConsumer<TreeEntry, byte[]> consumer)
            throws RepositoryUnavailableException {
        for (var entry : entries) {
            consumer.accept(entry, blob(entry));
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
                "Cannot read the folder " + folder + " (" + reason(e) + "). Check that it exists and can be read.",
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
        private final Map<Path, HashedFile> previousHashes;
        private final BiConsumer<TreeEntry, byte[]> consumer;
        private final Map<Path, HashedFile> hashes = new HashMap<>();
        private final List<TreeEntry> entries = new ArrayList<>();

        FolderReader(Map<Path, HashedFile> before, BiConsumer<TreeEntry, byte[]> consumer) {
            this.previousHashes = before;
            this.consumer = consumer;
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

        /** Returns the hash of a file; {@link TreeEntry#NO_SHA} for files that are too large to be used. */
        private String sha(Path path, BasicFileAttributes file) throws IOException {
            if (file.size() > RepositoryLayout.MAX_ASSET_BYTES) {
                return TreeEntry.NO_SHA;
            }
            var previous = previousHashes.get(path);
            var hashed = previous != null && previous.isUnchanged(file) ? previous : hash(path, file);
            hashes.put(path, hashed);
            return hashed.sha();
        }

        private HashedFile hash(Path path, BasicFileAttributes file) throws IOException {
            var isSettled =
                    file.lastModifiedTime().toInstant().isBefore(clock.instant().minus(TIMESTAMP_PRECISION));
            var bytes = bytes(path);
            var hashed = new HashedFile(
                    file.lastModifiedTime(),
                    file.size(),
                    Optional.ofNullable(file.fileKey()),
                    isSettled,
                    GitBlobHash.of(bytes));
            consumer.accept(new TreeEntry(path(path), TreeEntry.FILE, hashed.sha(), bytes.length), bytes);
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
