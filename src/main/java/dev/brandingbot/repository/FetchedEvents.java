package dev.brandingbot.repository;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.cache.ImageContentCache;
import dev.brandingbot.repository.source.RepositoryTree;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A A complete fetch, and its snapshots for servers that support different kinds of assets. Thread-safe. */
final class FetchedEvents {
    private final RepositoryScan scan;
    private final ImageContentCache images;

    /** Guarded by this. */
    private final Map<Set<AssetKind>, Snapshot> snapshots = new HashMap<>();

    /** The day of the snapshots. Guarded by this. */
    private LocalDate day = LocalDate.MIN;

    /** @param images the known properties of the images */
    FetchedEvents(RepositoryScan scan, ImageContentCache images) {
        this.scan = scan;
        this.images = images;
    }

    RepositoryScan scan() {
        return scan;
    }

    boolean hasTree(RepositoryTree tree) {
        return scan.tree().equals(tree);
    }

    /**
     * Returns the snapshot, including all image checks so far.
     *
     * @param shown the kinds of assets that the server shows
     * @param today the day in UTC
     */
    synchronized Snapshot snapshot(Set<AssetKind> shown, LocalDate today) {
        if (images.isChanged() || !day.equals(today)) {
            images.resetChanged();
            snapshots.clear();
            day = today;
        }
        return snapshots.computeIfAbsent(Set.copyOf(shown), kinds -> scan.snapshot(images::cached, today, kinds));
    }
}
