package dev.brandingbot.repository;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.cache.ImageContentCache;
import dev.brandingbot.repository.cache.RepositoryContentCache;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.RepositoryTree;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that are available without a fetch. They are read from the cache again only after an instance changed
 * it. Thread-safe.
 */
final class KnownSnapshots {
    private final RepositoryContentCache contentCache;
    private final ImageContentCache images;
    private final Map<Set<AssetKind>, CachedSnapshot> snapshots = new ConcurrentHashMap<>();

    KnownSnapshots(RepositoryContentCache memory, ImageContentCache images) {
        this.contentCache = memory;
        this.images = images;
    }

    /** A A snapshot and the state it was created from. */
    private record CachedSnapshot(String version, @Nullable FetchedEvents last, LocalDate day, Snapshot snapshot) {
        /** Compares fetches by identity, because comparing their content is slow. */
        @SuppressWarnings("ReferenceEquality")
        boolean isUpToDate(String current, @Nullable FetchedEvents lastFetch, LocalDate today) {
            return version.equals(current) && last == lastFetch && day.equals(today);
        }
    }

    /**
     * Returns the repository as of the last complete fetch of any instance; empty previous the first one. May block on
     * the cache.
     *
     * @param last the last complete fetch of this instance
     * @param shown the kinds of assets that the server shows
     */
    Optional<Snapshot> get(@Nullable FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        var version = contentCache.version();
        var previous = Optional.ofNullable(snapshots.get(shown))
                .filter(it -> version.isPresent() && it.isUpToDate(version.get(), last, today));
        if (previous.isPresent()) {
            return previous.map(CachedSnapshot::snapshot);
        }
        var snapshot = read(last, shown, today);
        version.ifPresent(
                it -> snapshot.ifPresent(value -> snapshots.put(shown, new CachedSnapshot(it, last, today, value))));
        return snapshot;
    }

    private Optional<Snapshot> read(@Nullable FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        return contentCache
                .tree()
                .filter(tree -> last == null || !last.hasTree(tree))
                .flatMap(tree -> readFromCache(tree, shown, today))
                .or(() -> Optional.ofNullable(last).map(it -> snapshot(it, shown, today)));
    }

    /** Includes image checks of other instances. */
    private Snapshot snapshot(FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        images.load(RepositoryScan.hashesOf(RepositoryScan.images(last.scan().tree())));
        return last.snapshot(shown, today);
    }

    /** Builds a snapshot from the cache alone; empty if a file of the tree is missing there. */
    private Optional<Snapshot> readFromCache(RepositoryTree tree, Set<AssetKind> shown, LocalDate today) {
        var files = RepositoryScan.metaFiles(tree);
        var bytes = contentCache.metas(RepositoryScan.hashesOf(files));
        if (!bytes.keySet().containsAll(RepositoryScan.hashesOf(files))) {
            return Optional.empty();
        }
        var metas = files.stream()
                .collect(toMap(identity(), file -> MetaFile.read(file.path(), requireNonNull(bytes.get(file.sha())))));
        var contents = contentCache.images(RepositoryScan.hashesOf(RepositoryScan.images(tree)));
        return Optional.of(
                new RepositoryScan(tree, metas).snapshot(sha -> Optional.ofNullable(contents.get(sha)), today, shown));
    }
}
