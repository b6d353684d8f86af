package dev.brandingbot.repository.source;

import java.util.List;
import java.util.Optional;

/**
 * The part of a branding repository's tree under {@code events/} that can belong to events.
 *
 * @param entries the entries, in the repository's order
 * @param etag the tag for the next conditional request, if the source supports it
 */
public record RepositoryTree(List<TreeEntry> entries, Optional<String> etag) {
    public static final String ROOT = "events";

    public RepositoryTree {
        entries = entries.stream().filter(RepositoryTree::isRelevant).toList();
    }

    /**
     * Whether an entry can belong to an event: the event's folder (or a link or submodule instead), a file or folder in
     * it (which may be misnamed), or a file in an asset folder.
     */
    public static boolean isRelevant(TreeEntry entry) {
        var parts = entry.path().split("/", -1);
        if (!parts[0].equals(ROOT)) {
            return false;
        }
        return switch (parts.length) {
            case 2 -> !entry.isFile();
            case 3 -> !RepositoryLayout.isAssetFolder(parts[2]) || !entry.isFolder();
            case 4 -> !entry.isFolder() && RepositoryLayout.isAssetFolder(parts[2]);
            default -> false;
        };
    }
}
