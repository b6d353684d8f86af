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
 * A folder as git sees it.
 *
 * @param sha the SHA of the tree
 * @param entries what is in it, in git's order
 */
record GitTree(String sha, List<Entry> entries) {
    static GitTree of(List<Entry> entries) {
        var sorted = entries.stream().sorted(comparing(Entry::sortKey)).toList();
        return new GitTree(GitObject.sha("tree", content(sorted)), sorted);
    }

    /** This tree, or the one below it, with a SHA. */
    Optional<GitTree> find(String wanted) {
        return sha.equals(wanted)
                ? Optional.of(this)
                : entries.stream()
                        .flatMap(entry -> entry.tree().stream())
                        .flatMap(tree -> tree.find(wanted).stream())
                        .findFirst();
    }

    /** Everything in this tree and below, folders before what they hold. */
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
     * @param name its name
     * @param mode git's mode, six digits
     * @param sha its SHA
     * @param size its size in bytes; 0 for a folder
     * @param file where it is on the disk
     * @param tree what is in it, for a folder
     */
    record Entry(String name, String mode, String sha, long size, Path file, Optional<GitTree> tree) {
        private String sortKey() {
            return tree.isPresent() ? name + "/" : name;
        }

        /** The type of git object that it is. */
        String type() {
            if (tree.isPresent()) {
                return "tree";
            }
            return mode.equals(FolderRepository.SUBMODULE) ? "commit" : "blob";
        }
    }

    /**
     * An entry and where it is.
     *
     * @param path its path below the tree that was walked
     * @param entry the entry
     */
    record Located(String path, Entry entry) {}
}
