package dev.brandingbot.repository;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.cache.ImageContentCache;
import dev.brandingbot.repository.cache.PrefetchedFiles;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.repository.cache.RepositoryContentCache;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.repository.source.TreeResponse;
import dev.brandingbot.repository.validation.AssetRules;
import dev.brandingbot.repository.validation.EventFolder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A A branding repository: its events, findings and images. Content is cached by SHA, in this process and in the
 * {@link RepositoryCache}, so that only changes are read.
 *
 * <p>Thread-safe. Fetches wait for each other; images are fetched concurrently.
 */
public final class BrandingRepository {
    private static final Logger log = LoggerFactory.getLogger(BrandingRepository.class);

    private static final Set<AssetKind> ALL_KINDS = Set.of(AssetKind.values());

    private static final String NO_REMAINING_READS =
            "GitHub's rate limit allows few more requests this hour. Set a GitHub"
                    + " token, or check a copy of the repository in a folder.";

    private final BrandingSource source;
    private final RepositoryContentCache contentCache;
    private final Clock clock;
    private final ImageContentCache imageCache;
    private final KnownSnapshots lastSnapshot;
    private final ReentrantLock fetchLock = new ReentrantLock();

    /** The last complete fetch; written while {@link #fetchLock} is held. */
    private volatile @Nullable FetchedEvents lastFetch;

    /**
     * @param source the source of the files
     * @param cache keeps content across restarts
     * @param clock the clock for the current day in UTC
     */
    public BrandingRepository(BrandingSource source, RepositoryCache cache, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.contentCache = new RepositoryContentCache(cache);
        this.imageCache = new ImageContentCache(contentCache);
        this.lastSnapshot = new KnownSnapshots(contentCache, imageCache);
    }

    /** Returns the name: {@code owner/name@branch}, or the folder. */
    public String name() {
        return source.name();
    }

    /** Fetches the repository as {@link #fetch(Set)} does, for a server that supports all kinds of assets. */
    public Snapshot fetch() throws RepositoryUnavailableException {
        return fetch(ALL_KINDS);
    }

    /**
     * Fetches the whole repository. On GitHub this costs one request, and one more for each {@code meta.md} that was
     * never read; images are checked by name, mode and size, and by their content if it is cached. In a folder, the
     * content of all images is checked.
     *
     * <p>Blocks; a fetch from GitHub fails if it takes more than a minute.
     *
     * <p>Unusable assets stay in their event, so that the rotation does not start over because of them. An event
     * without a usable asset of a kind in {@code shown} is invalid.
     *
     * @param shown the kinds of assets that the server shows
     * @throws RepositoryUnavailableException if the fetch is incomplete; also if there are no events at all, which more
     *     likely means a wrong branch or an invalid response
     */
    public Snapshot fetch(Set<AssetKind> shown) throws RepositoryUnavailableException {
        // The timeout starts here, so that it includes waiting for another fetch.
        var fetch = source.forOneFetch();
        fetchLock.lock();
        try {
            var tree = fetchTree(fetch);
            var last = lastFetch;
            return (last != null && last.hasTree(tree) ? last : scan(tree, fetch)).snapshot(shown, today());
        } finally {
            fetchLock.unlock();
        }
    }

    /** Returns the last snapshot as {@link #lastSnapshot(Set)} does, for a server that supports all kinds of assets. */
    public Optional<Snapshot> lastSnapshot() {
        return lastSnapshot(ALL_KINDS);
    }

    /**
     * Returns the repository as of the last complete fetch of any instance, including all image checks since; empty
     * before the first fetch. Sends no request to the source, but may block on the cache.
     *
     * @param shown the kinds of assets that the server shows
     */
    public Optional<Snapshot> lastSnapshot(Set<AssetKind> shown) {
        return lastSnapshot.get(lastFetch, Set.copyOf(shown), today());
    }

    /**
     * Checks the whole repository in detail, for its authors: the content of all images as far as the source's rate
     * limit allows, the Markdown of descriptions, and invalid events too. Blocks.
     *
     * @throws RepositoryUnavailableException as {@link #fetch} does; unreadable images are reported instead
     */
    public InspectionReport inspect() throws RepositoryUnavailableException {
        fetchLock.lock();
        try {
            fetch();
            var scan = requireNonNull(lastFetch).scan();
            var obstacle = checkRemainingImages(scan.tree());
            return scan.inspection(
                    scan.snapshot(imageCache::cached, today(), ALL_KINDS),
                    imageCache::cached,
                    imageCache.unknownImages(RepositoryScan.images(scan.tree())),
                    obstacle);
        } finally {
            fetchLock.unlock();
        }
    }

    /**
     * Fetches an asset and checks its content. Does not fetch assets that are known to be unusable. Blocks.
     *
     * @throws RepositoryUnavailableException if the content cannot be fetched
     */
    public FetchedImage fetchImage(Asset asset) throws RepositoryUnavailableException {
        if (asset.size() > RepositoryLayout.MAX_ASSET_BYTES) {
            return new FetchedImage.Unusable(AssetRules.tooLarge(asset.path(), asset.size()));
        }
        var cached = imageCache.cachedOrLoaded(asset.sha()).flatMap(content -> AssetRules.error(asset.path(), content));
        if (cached.isPresent()) {
            return new FetchedImage.Unusable(cached.get());
        }
        var bytes = source.blob(new TreeEntry(asset.path(), TreeEntry.FILE, asset.sha(), asset.size()));
        var content = imageCache.check(asset.sha(), bytes);
        return AssetRules.error(asset.path(), content)
                .<FetchedImage>map(FetchedImage.Unusable::new)
                .orElseGet(() -> new FetchedImage.Usable(new AssetImage(
                        asset,
                        content.format().type().orElseThrow(),
                        content.format().isAnimated(),
                        content.completed(bytes))));
    }

    /**
     * Returns the result of an earlier check of an asset's content; empty if it was never checked. Sends no request.
     */
    public Optional<ImageStatus> imageStatus(Asset asset) {
        return imageCache
                .cached(asset.sha())
                .map(content -> AssetRules.error(asset.path(), content)
                        .<ImageStatus>map(ImageStatus.Rejected::new)
                        .orElseGet(() -> new ImageStatus.Supported(
                                content.format().type().orElseThrow(),
                                content.format().isAnimated())));
    }

    /** Returns the source's rate limit from its last response; empty if it has none or has not responded yet. */
    public Optional<RateLimitStatus> rateLimit() {
        return source.rateLimit();
    }

    private RepositoryTree fetchTree(BrandingSource fetch) throws RepositoryUnavailableException {
        var last = lastFetch;
        var cached = last == null
                ? contentCache.initialTree()
                : Optional.of(last.scan().tree());
        var prefetched = new PrefetchedFiles();
        var response = fetch.tree(cached.flatMap(RepositoryTree::etag), prefetched);
        prefetched.storeIn(contentCache, imageCache);
        if (response instanceof TreeResponse.Changed changed) {
            return requireEvents(changed.tree());
        }
        return cached.orElseThrow();
    }

    private RepositoryTree requireEvents(RepositoryTree tree) throws RepositoryUnavailableException {
        if (EventFolder.findAll(tree).isEmpty()) {
            throw new RepositoryUnavailableException(
                    source.name() + " has no events. Add a folder for each event to `events/`, or check the branch.",
                    Optional.empty());
        }
        contentCache.putTree(tree);
        return tree;
    }

    private FetchedEvents scan(RepositoryTree tree, BrandingSource fetch) throws RepositoryUnavailableException {
        var metas = readMetaFiles(tree, fetch);
        imageCache.load(RepositoryScan.hashesOf(RepositoryScan.images(tree)));
        if (source.isLocal()) {
            checkImages(RepositoryScan.distinctBySha(imageCache.unknownImages(RepositoryScan.images(tree))));
        }
        var fetched = new FetchedEvents(new RepositoryScan(tree, metas), imageCache);
        removeUnused(tree);
        lastFetch = fetched;
        log.debug("Fetched the repository. repository={} events={}", source.name(), metas.size());
        return fetched;
    }

    private Map<TreeEntry, MetaFile> readMetaFiles(RepositoryTree tree, BrandingSource fetch)
            throws RepositoryUnavailableException {
        var last = lastFetch;
        var cached = last == null ? Map.<TreeEntry, MetaFile>of() : last.scan().metas();
        var wanted = RepositoryScan.metaFiles(tree);
        var unread = wanted.stream().filter(not(cached::containsKey)).toList();
        var bytes = fetchMetaFiles(unread, fetch);
        var metas = new HashMap<TreeEntry, MetaFile>();
        for (var file : wanted) {
            var read = cached.get(file);
            metas.put(file, read != null ? read : MetaFile.read(file.path(), requireNonNull(bytes.get(file.sha()))));
        }
        return metas;
    }

    /** Returns the content of files by SHA, from the cache or else from the source. */
    private Map<String, byte[]> fetchMetaFiles(List<TreeEntry> files, BrandingSource fetch)
            throws RepositoryUnavailableException {
        var bytes = new ConcurrentHashMap<>(contentCache.metas(RepositoryScan.hashesOf(files)));
        var missing = RepositoryScan.distinctBySha(
                files.stream().filter(file -> !bytes.containsKey(file.sha())).toList());
        fetch.blobs(missing, (file, content) -> {
            contentCache.putMeta(file.sha(), content);
            bytes.put(file.sha(), content);
        });
        return bytes;
    }

    /** Checks as many images as can be read now. Returns why the others cannot be read; empty if all were checked. */
    private Optional<String> checkRemainingImages(RepositoryTree tree) {
        var unchecked = RepositoryScan.distinctBySha(imageCache.unknownImages(RepositoryScan.images(tree)));
        var readable = unchecked.stream().limit(source.remainingReads()).toList();
        try {
            checkImages(readable);
        } catch (RepositoryUnavailableException e) {
            return Optional.of(e.reason());
        }
        return readable.size() == unchecked.size() ? Optional.empty() : Optional.of(NO_REMAINING_READS);
    }

    private void checkImages(List<TreeEntry> files) throws RepositoryUnavailableException {
        var checked = new ConcurrentHashMap<String, ImageMetadata>();
        try {
            source.blobs(files, (file, bytes) -> checked.put(file.sha(), ImageMetadata.of(bytes)));
        } finally {
            imageCache.putAll(checked);
        }
    }

    private void removeUnused(RepositoryTree tree) {
        var shas = RepositoryScan.hashesOf(RepositoryScan.images(tree));
        imageCache.retain(shas);
        contentCache.retain(RepositoryScan.hashesOf(RepositoryScan.metaFiles(tree)), shas);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
