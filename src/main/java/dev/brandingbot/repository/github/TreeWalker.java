package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks a tree that is too large for one response. Requests each folder recursively, and folder by folder only if that
 * response is truncated as well. Many files outside {@code events/} therefore cost only two more requests. All requests
 * are by SHA, so that a concurrent commit cannot mix two states.
 */
final class TreeWalker {
    private final TreeLister lister;

    TreeWalker(TreeLister listing) {
        this.lister = listing;
    }

    /** Requests trees. */
    interface TreeLister {
        /**
         * Requests one tree.
         *
         * @param sha the tree's SHA
         * @param prefix the path that is put before each entry's path
         * @param isRecursive whether to include the entries of all folders below
         */
        TreeParser list(String sha, String prefix, boolean isRecursive) throws RepositoryUnavailableException;
    }

    /** Returns the entries that can be part of an event. */
    List<TreeEntry> entries(String rootSha) throws RepositoryUnavailableException {
        var entries = new ArrayList<TreeEntry>();
        walkFolders(rootSha, "", entries);
        return entries;
    }

    private void walk(TreeEntry folder, List<TreeEntry> entries) throws RepositoryUnavailableException {
        var prefix = folder.path() + "/";
        var tree = lister.list(folder.sha(), prefix, true);
        if (tree.isTruncated()) {
            walkFolders(folder.sha(), prefix, entries);
        } else {
            tree.entries().stream().filter(RepositoryTree::isRelevant).forEach(entries::add);
        }
    }

    private void walkFolders(String sha, String prefix, List<TreeEntry> entries) throws RepositoryUnavailableException {
        var level = lister.list(sha, prefix, false);
        if (level.isTruncated()) {
            throw new RepositoryUnavailableException(
                    "The folder `" + prefix + "` has more files than GitHub lists. Move files out of it.",
                    Optional.empty());
        }
        for (var entry : level.entries()) {
            if (RepositoryTree.isRelevant(entry)) {
                entries.add(entry);
            }
            if (entry.isFolder() && mayContainEventFiles(entry.path())) {
                walk(entry, entries);
            }
        }
    }

    /** Whether a folder is {@code events}, an event's folder, or a folder for an event's assets. */
    private static boolean mayContainEventFiles(String folder) {
        var parts = folder.split("/", -1);
        return parts[0].equals(RepositoryTree.ROOT)
                && (parts.length <= 2 || (parts.length == 3 && RepositoryLayout.isAssetFolder(parts[2])));
    }
}
