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
 * What is known of a repository without a fetch. It is read from the cache once, and again after an instance changed that.
 * Thread-safe.
 */
final class KnownSnapshots {
    private final RepositoryContentCache memory;
    private final ImageContentCache images;
    private final Map<Set<AssetKind>, Kept> kept = new ConcurrentHashMap<>();

    KnownSnapshots(RepositoryContentCache memory, ImageContentCache images) {
        this.memory = memory;
        this.images = images;
    }

    /** A snapshot and what it was made of. */
    private record Kept(String version, @Nullable FetchedEvents last, LocalDate day, Snapshot snapshot) {
        /** Two fetches differ, even when they found the same: that would take long to compare. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(String current, @Nullable FetchedEvents lastFetch, LocalDate today) {
            return version.equals(current) && last == lastFetch && day.equals(today);
        }
    }

    /**
     * The repository as the last complete fetch of any instance found it; empty before the first one. Waits for the cache.
     *
     * @param last the last complete fetch of this instance
     * @param shown the kinds of assets that the server shows
     */
    Optional<Snapshot> get(@Nullable FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        var version = memory.version();
        var before = Optional.ofNullable(kept.get(shown))
                .filter(it -> version.isPresent() && it.isOf(version.get(), last, today));
        if (before.isPresent()) {
            return before.map(Kept::snapshot);
        }
        var snapshot = read(last, shown, today);
        version.ifPresent(it -> snapshot.ifPresent(found -> kept.put(shown, new Kept(it, last, today, found))));
        return snapshot;
    }

    private Optional<Snapshot> read(@Nullable FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        return memory.tree()
                .filter(tree -> last == null || !last.isOf(tree))
                .flatMap(tree -> remembered(tree, shown, today))
                .or(() -> Optional.ofNullable(last).map(it -> snapshot(it, shown, today)));
    }

    /** With what other instances found in its images. */
    private Snapshot snapshot(FetchedEvents last, Set<AssetKind> shown, LocalDate today) {
        images.load(RepositoryScan.hashesOf(RepositoryScan.images(last.look().tree())));
        return last.snapshot(shown, today);
    }

    /** Made of nothing but what is remembered; empty if a file of the tree is not. */
    private Optional<Snapshot> remembered(RepositoryTree tree, Set<AssetKind> shown, LocalDate today) {
        var files = RepositoryScan.metaFiles(tree);
        var bytes = memory.metas(RepositoryScan.hashesOf(files));
        if (!bytes.keySet().containsAll(RepositoryScan.hashesOf(files))) {
            return Optional.empty();
        }
        var metas = files.stream()
                .collect(toMap(identity(), file -> MetaFile.read(file.path(), requireNonNull(bytes.get(file.sha())))));
        var contents = memory.images(RepositoryScan.hashesOf(RepositoryScan.images(tree)));
        return Optional.of(
                new RepositoryScan(tree, metas).snapshot(sha -> Optional.ofNullable(contents.get(sha)), today, shown));
    }
}
