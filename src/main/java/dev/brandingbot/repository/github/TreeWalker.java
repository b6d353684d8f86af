package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks a tree that is too large for one answer. From the folder downwards each is asked for with all that is in it, and
 * only where that is too much again, folder by folder: a repository with much beside {@code events/} costs two further
 * requests. Everything is asked for by SHA, so that a commit in between does not mix two states.
 */
final class TreeWalker {
    private final Listing listing;

    TreeWalker(Listing listing) {
        this.listing = listing;
    }

    /** Where the trees come from. */
    interface Listing {
        /**
         * Asks for one tree.
         *
         * @param sha the tree's SHA
         * @param prefix put before each path
         */
        TreeParser list(String sha, String prefix, boolean isRecursive) throws RepositoryUnavailableException;
    }

    /** The entries that can be part of an event. */
    List<TreeEntry> entries(String rootSha) throws RepositoryUnavailableException {
        var entries = new ArrayList<TreeEntry>();
        walkFolders(rootSha, "", entries);
        return entries;
    }

    private void walk(TreeEntry folder, List<TreeEntry> found) throws RepositoryUnavailableException {
        var prefix = folder.path() + "/";
        var whole = listing.list(folder.sha(), prefix, true);
        if (whole.isTruncated()) {
            walkFolders(folder.sha(), prefix, found);
        } else {
            whole.entries().stream().filter(RepositoryTree::isRelevant).forEach(found::add);
        }
    }

    private void walkFolders(String sha, String prefix, List<TreeEntry> found) throws RepositoryUnavailableException {
        var level = listing.list(sha, prefix, false);
        if (level.isTruncated()) {
            throw new RepositoryUnavailableException(
                    "The folder /" + prefix + " holds more files than GitHub lists: move files out of it.",
                    Optional.empty());
        }
        for (var entry : level.entries()) {
            if (RepositoryTree.isRelevant(entry)) {
                found.add(entry);
            }
            if (entry.isFolder() && isWorthWalking(entry.path())) {
                walk(entry, found);
            }
        }
    }

    /** Whether a folder is {@code events}, an event's, or one of an event's two folders of assets. */
    private static boolean isWorthWalking(String folder) {
        var parts = folder.split("/", -1);
        return parts[0].equals(RepositoryTree.ROOT)
                && (parts.length <= 2 || (parts.length == 3 && RepositoryLayout.isAssetFolder(parts[2])));
    }
}
