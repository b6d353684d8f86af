package dev.brandingbot.sandbox.github;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a folder as Git would commit it: links are not followed, and empty folders and {@code .git} are left out. A file is hashed
 * again if its size or modification time has changed. Thread-safe.
 */
final class FolderRepository {
    private static final String FILE = "100644";
    private static final String EXECUTABLE = "100755";
    private static final String LINK = "120000";
    private static final String FOLDER = "040000";

    /** The mode of a folder with its own {@code .git}. The SHA of its commit is made up. */
    static final String SUBMODULE = "160000";

    private final Path root;
    private final Map<Path, HashedFile> hashes = new ConcurrentHashMap<>();

    FolderRepository(Path root) {
        this.root = root;
    }

    GitTree tree() {
        return tree(root);
    }

    /** Returns the content with a SHA; empty if no file has it. */
    Optional<byte[]> blob(String sha) {
        var known = knownBlob(sha);
        if (known.isPresent()) {
            return known;
        }
        tree();
        return knownBlob(sha);
    }

    private Optional<byte[]> knownBlob(String sha) {
        return hashes.entrySet().stream()
                .filter(hashed -> hashed.getValue().sha().equals(sha))
                .flatMap(hashed -> contentWith(sha, hashed.getKey()).stream())
                .findFirst();
    }

    private static Optional<byte[]> contentWith(String sha, Path file) {
        try {
            return Optional.of(content(file))
                    .filter(bytes -> GitObject.sha("blob", bytes).equals(sha));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GitTree tree(Path folder) {
        try (var children = Files.list(folder)) {
            return GitTree.of(children.filter(child -> !child.endsWith(".git"))
                    .flatMap(child -> entry(child).stream())
                    .toList());
        } catch (NoSuchFileException e) {
            return GitTree.of(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<GitTree.Entry> entry(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                return Files.exists(file.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
                        ? Optional.of(submodule(file))
                        : folder(file);
            }
            var hashed = hashed(file, attributes);
            return Optional.of(new GitTree.Entry(
                    name(file), mode(file, attributes), hashed.sha(), hashed.size(), file, Optional.empty()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<GitTree.Entry> folder(Path folder) {
        var tree = tree(folder);
        return tree.entries().isEmpty()
                ? Optional.empty()
                : Optional.of(new GitTree.Entry(name(folder), FOLDER, tree.sha(), 0, folder, Optional.of(tree)));
    }

    private static GitTree.Entry submodule(Path folder) {
        var sha = GitObject.sha("commit", name(folder).getBytes(StandardCharsets.UTF_8));
        return new GitTree.Entry(name(folder), SUBMODULE, sha, 0, folder, Optional.empty());
    }

    private HashedFile hashed(Path file, BasicFileAttributes attributes) throws IOException {
        var known = hashes.get(file);
        if (known != null
                && known.size() == attributes.size()
                && known.modified().equals(attributes.lastModifiedTime())) {
            return known;
        }
        var content = content(file);
        var hashed = new HashedFile(GitObject.sha("blob", content), content.length, attributes.lastModifiedTime());
        hashes.put(file, hashed);
        return hashed;
    }

    private static byte[] content(Path file) throws IOException {
        return Files.isSymbolicLink(file)
                ? Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    private static String mode(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return LINK;
        }
        return Files.isExecutable(file) ? EXECUTABLE : FILE;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private record HashedFile(String sha, long size, FileTime modified) {}
}
