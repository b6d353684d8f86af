package dev.brandingbot.repository;

import java.util.List;
import java.util.Optional;

/**
 * What of a branding repository's tree matters here: everything under {@code events/} that can be part of an event.
 *
 * @param entries the entries, in the repository's order
 * @param etag by what the source recognises that nothing has changed since, if it can
 */
public record Tree(List<TreeEntry> entries, Optional<String> etag) {
    static final String ROOT = "events";

    /** How many parts a path has at most: {@code events/pride/banners/flag.png}. */
    static final int DEPTH = 4;

    public Tree {
        entries = List.copyOf(entries);
    }

    /** Whether an entry can be part of an event: the event's folder, a file in it, or a file in a folder of its. */
    static boolean isRelevant(TreeEntry entry) {
        var parts = entry.path().split("/", -1);
        return parts[0].equals(ROOT)
                && (parts.length == 2
                        ? entry.isFolder()
                        : parts.length <= DEPTH && parts.length > 2 && !entry.isFolder());
    }
}
