package dev.brandingbot.repository.source;

import java.util.List;
import java.util.Optional;

/**
 * What of a branding repository's tree matters here: everything under {@code events/} that can be part of an event.
 *
 * @param entries the entries, in the repository's order
 * @param etag by what the source recognises that nothing has changed since, if it can
 */
public record RepositoryTree(List<TreeEntry> entries, Optional<String> etag) {
    public static final String ROOT = "events";

    public RepositoryTree {
        entries = entries.stream().filter(RepositoryTree::isRelevant).toList();
    }

    /**
     * Whether an entry can be part of an event: the event's folder, or a link or submodule in its place, a file or a folder in it,
     * which may be misnamed, or a file in a folder for its assets.
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
