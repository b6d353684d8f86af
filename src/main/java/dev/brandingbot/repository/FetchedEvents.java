package dev.brandingbot.repository;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.cache.ImageContentCache;
import dev.brandingbot.repository.source.RepositoryTree;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A complete fetch, and its snapshots for servers that show these or those kinds of assets. Thread-safe. */
final class FetchedEvents {
    private final RepositoryScan look;
    private final ImageContentCache images;

    /** Guarded by this. */
    private final Map<Set<AssetKind>, Snapshot> snapshots = new HashMap<>();

    /** The day of the snapshots. Guarded by this. */
    private LocalDate day = LocalDate.MIN;

    /** @param images what is known of the images */
    FetchedEvents(RepositoryScan look, ImageContentCache images) {
        this.look = look;
        this.images = images;
    }

    RepositoryScan look() {
        return look;
    }

    boolean isOf(RepositoryTree tree) {
        return look.tree().equals(tree);
    }

    /**
     * The snapshot, with all that is known of the images by now.
     *
     * @param shown the kinds of assets that the server shows
     * @param today the day in UTC
     */
    synchronized Snapshot snapshot(Set<AssetKind> shown, LocalDate today) {
        if (images.isChanged() || !day.equals(today)) {
            images.reset();
            snapshots.clear();
            day = today;
        }
        return snapshots.computeIfAbsent(Set.copyOf(shown), kinds -> look.snapshot(images::cached, today, kinds));
    }
}
