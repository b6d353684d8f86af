package dev.brandingbot.thumbnail;

import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.FetchedImage;
import dev.brandingbot.repository.ImageStatus;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.support.BoundedExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides thumbnails of a repository's images. Downloads each image once, within the limits, and caches the result.
 * Images that are unavailable are omitted; expected failures never throw. Thread-safe.
 */
public final class ThumbnailService {
    private static final Logger log = LoggerFactory.getLogger(ThumbnailService.class);

    /** How long a caller waits for missing thumbnails; late ones are cached for the next call. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_CONCURRENT = 2;

    /** Marks an image without a thumbnail in the cache, so that it is not downloaded again. */
    private static final byte[] NO_THUMBNAIL = {};

    private final BrandingRepository repository;
    private final RedisThumbnailCache cache;
    private final DownloadLimiter downloadLimiter;
    private final Executor executor;
    private final Clock clock;
    private final Map<String, CompletableFuture<Optional<ImageFile>>> pendingDownloads = new ConcurrentHashMap<>();

    /**
     * @param repository the repository with the images
     * @param cache the cache of thumbnails
     * @param downloadLimiter limits downloads
     * @param executor runs downloads, at most two at a time; not shut down here
     * @param clock the clock for cache entries
     */
    public ThumbnailService(
            BrandingRepository repository,
            RedisThumbnailCache cache,
            DownloadLimiter downloadLimiter,
            Executor executor,
            Clock clock) {
        this.repository = repository;
        this.cache = cache;
        this.downloadLimiter = downloadLimiter;
        this.executor = new BoundedExecutor(executor, MAX_CONCURRENT);
        this.clock = clock;
    }

    /** Returns cached thumbnails. Blocks on Redis; sends no request to GitHub. */
    public Map<ThumbnailKey, ImageFile> cached(Collection<ThumbnailKey> assets) {
        return thumbnails(assets, readCache(assets));
    }

    /**
     * Returns cached thumbnails and those that are downloaded within 10 seconds. Blocks on Redis. The future is
     * completed by another thread and never exceptionally.
     */
    public CompletableFuture<Map<ThumbnailKey, ImageFile>> thumbnails(Collection<ThumbnailKey> assets) {
        var cached = readCache(assets);
        var found = new ConcurrentHashMap<>(thumbnails(assets, cached));
        var missing = assets.stream()
                .filter(asset -> !cached.containsKey(asset.name()))
                .map(asset ->
                        pendingDownload(asset).thenAccept(thumbnail -> thumbnail.ifPresent(it -> found.put(asset, it))))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(missing)
                .completeOnTimeout(null, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> Map.copyOf(found));
    }

    /**
     * Returns the result of an earlier check of an asset's content; empty if it was never checked. Sends no request.
     */
    public Optional<ImageStatus> imageStatus(ThumbnailKey asset) {
        return repository.imageStatus(asset.asset());
    }

    /**
     * Downloads an original image; empty if it is unusable, larger than {@code maxBytes}, or takes more than 10
     * seconds. Not cached.
     */
    public CompletableFuture<Optional<ImageFile>> fetchOriginal(ThumbnailKey asset, long maxBytes) {
        if (asset.asset().size() > maxBytes) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return completeAsync(
                        new CompletableFuture<>(),
                        () -> image(asset).map(image -> new ImageFile(image.type(), image.bytes())))
                .completeOnTimeout(Optional.empty(), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Creates and caches the thumbnail of an available image, asynchronously. */
    public void store(AssetKind kind, AssetImage image) {
        var asset = new ThumbnailKey(kind, image.asset());
        try {
            executor.execute(() -> {
                if (readCache(List.of(asset)).isEmpty()) {
                    shrink(asset, image);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("Thumbnails are not created during shutdown.");
        }
    }

    private Map<String, byte[]> readCache(Collection<ThumbnailKey> assets) {
        try {
            return cache.use(assets.stream().map(ThumbnailKey::name).collect(toSet()), clock.instant());
        } catch (StateUnavailableException e) {
            log.debug("Could not read thumbnails from Redis. reason={}", e.reason());
            return Map.of();
        }
    }

    private static Map<ThumbnailKey, ImageFile> thumbnails(
            Collection<ThumbnailKey> assets, Map<String, byte[]> cached) {
        var found = new HashMap<ThumbnailKey, ImageFile>();
        for (var asset : assets) {
            ImageFile.of(cached.getOrDefault(asset.name(), NO_THUMBNAIL)).ifPresent(image -> found.put(asset, image));
        }
        return found;
    }

    /** Shares one download among concurrent callers. */
    private CompletableFuture<Optional<ImageFile>> pendingDownload(ThumbnailKey asset) {
        var own = new CompletableFuture<Optional<ImageFile>>();
        var other = pendingDownloads.putIfAbsent(asset.name(), own);
        if (other != null) {
            return other;
        }
        return completeAsync(own, () -> image(asset).flatMap(image -> shrink(asset, image)))
                .whenComplete((thumbnail, failure) -> pendingDownloads.remove(asset.name()));
    }

    private CompletableFuture<Optional<ImageFile>> completeAsync(
            CompletableFuture<Optional<ImageFile>> future, Supplier<Optional<ImageFile>> download) {
        try {
            return future.completeAsync(download, executor);
        } catch (RejectedExecutionException e) {
            log.debug("Images are not downloaded during shutdown.");
            future.complete(Optional.empty());
            return future;
        }
    }

    private Optional<AssetImage> image(ThumbnailKey asset) {
        if (!downloadLimiter.tryAcquire()) {
            log.debug("Image download limit reached. path={}", asset.asset().path());
            return Optional.empty();
        }
        try {
            if (repository.fetchImage(asset.asset()) instanceof FetchedImage.Usable usable) {
                return Optional.of(usable.image());
            }
            put(asset, NO_THUMBNAIL);
        } catch (RepositoryUnavailableException e) {
            log.debug("Could not download an image for a thumbnail. reason={}", e.reason());
            downloadLimiter.pause(e.retryAt());
        }
        return Optional.empty();
    }

    private Optional<ImageFile> shrink(ThumbnailKey asset, AssetImage image) {
        var thumbnail = ThumbnailMaker.make(image.bytes(), asset.kind());
        put(asset.firstFrame(), thumbnail.map(ImageFile::bytes).orElse(NO_THUMBNAIL));
        if (!asset.isStoryboard()) {
            return thumbnail;
        }
        var storyboard = ThumbnailMaker.storyboard(image.bytes(), asset.kind()).or(() -> thumbnail);
        put(asset, storyboard.map(ImageFile::bytes).orElse(NO_THUMBNAIL));
        return storyboard;
    }

    private void put(ThumbnailKey asset, byte[] bytes) {
        try {
            cache.put(asset.name(), bytes, clock.instant());
            repository.lastSnapshot().ifPresent(snapshot -> cache.retain(names(snapshot)));
        } catch (StateUnavailableException e) {
            log.debug("Could not store a thumbnail in Redis. reason={}", e.reason());
        }
    }

    private static Collection<String> names(Snapshot snapshot) {
        return snapshot.all().stream()
                .flatMap(event -> Stream.of(AssetKind.values())
                        .flatMap(kind -> event.assets(kind).stream().map(asset -> new ThumbnailKey(kind, asset))))
                .flatMap(asset -> Stream.of(asset, asset.still(), asset.storyboard()))
                .map(ThumbnailKey::name)
                .collect(toSet());
    }
}
