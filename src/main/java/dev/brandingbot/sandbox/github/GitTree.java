package dev.brandingbot.sandbox.github;

import static java.util.Comparator.comparing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Git tree.
 *
 * @param sha the SHA of the tree
 * @param entries the entries, in Git's order
 */
record GitTree(String sha, List<Entry> entries) {
    static GitTree of(List<Entry> entries) {
        var sorted = entries.stream().sorted(comparing(Entry::sortKey)).toList();
        return new GitTree(GitObject.sha("tree", content(sorted)), sorted);
    }

    /** Returns this tree or the one below it with a SHA. */
    Optional<GitTree> find(String wanted) {
        return sha.equals(wanted)
                ? Optional.of(this)
                : entries.stream()
                        .flatMap(entry -> entry.tree().stream())
                        .flatMap(tree -> tree.find(wanted).stream())
                        .findFirst();
    }

    /** Returns all entries of this tree and the trees below it, folders before their entries. */
    Stream<Located> walk(String prefix) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(new Located(prefix + entry.name(), entry)),
                        entry.tree().stream().flatMap(tree -> tree.walk(prefix + entry.name() + "/"))));
    }

    private static byte[] content(List<Entry> entries) {
        var content = new ByteArrayOutputStream();
        for (var entry : entries) {
            // In a tree object, unlike in the API's JSON, a folder's mode has no leading zero.
            var mode = entry.mode().startsWith("0") ? entry.mode().substring(1) : entry.mode();
            content.writeBytes((mode + " " + entry.name() + "\0").getBytes(StandardCharsets.UTF_8));
            content.writeBytes(HexFormat.of().parseHex(entry.sha()));
        }
        return content.toByteArray();
    }

    /**
     * A file, link or folder.
     *
     * @param name the name
     * @param mode Git's mode, six digits
     * @param sha the SHA
     * @param size the size in bytes; 0 for a folder
     * @param file the file on the disk
     * @param tree the tree of a folder
     */
    record Entry(String name, String mode, String sha, long size, Path file, Optional<GitTree> tree) {
        private String sortKey() {
            return tree.isPresent() ? name + "/" : name;
        }

        /** Returns the type of the Git object. */
        String type() {
            if (tree.isPresent()) {
                return "tree";
            }
            return mode.equals(FolderRepository.SUBMODULE) ? "commit" : "blob";
        }
    }

    /**
     * An entry with its path.
     *
     * @param path the path below the root of the walk
     * @param entry the entry
     */
    record Located(String path, Entry entry) {}
}
