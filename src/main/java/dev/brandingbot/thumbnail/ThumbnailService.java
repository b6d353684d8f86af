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
 * The small copies of a repository's images. Each is downloaded once, as long as the allowance lasts, and kept. Nothing here throws
 * for what was to be expected: an image that is not to be had is left out. Safe for use by several threads.
 */
public final class ThumbnailService {
    private static final Logger log = LoggerFactory.getLogger(ThumbnailService.class);

    /** How long one who asked waits for what is not there yet; it arrives for the next one. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_CONCURRENT = 2;

    /** What is kept of an image that can't be shown, so that it is not downloaded again. */
    private static final byte[] NOTHING = {};

    private final BrandingRepository repository;
    private final RedisThumbnailCache kept;
    private final DownloadLimiter allowance;
    private final Executor executor;
    private final Clock clock;
    private final Map<String, CompletableFuture<Optional<ImageFile>>> arriving = new ConcurrentHashMap<>();

    /**
     * @param repository where the images come from
     * @param kept where the small copies are
     * @param allowance how many may be downloaded
     * @param executor lent; downloads wait there, two at a time
     */
    public ThumbnailService(
            BrandingRepository repository,
            RedisThumbnailCache kept,
            DownloadLimiter allowance,
            Executor executor,
            Clock clock) {
        this.repository = repository;
        this.kept = kept;
        this.allowance = allowance;
        this.executor = new BoundedExecutor(executor, MAX_CONCURRENT);
        this.clock = clock;
    }

    /** The copies that are there already. Waits for Redis, and sends no request. */
    public Map<ThumbnailKey, ImageFile> cached(Collection<ThumbnailKey> assets) {
        return thumbnails(assets, use(assets));
    }

    /**
     * The copies that are there, and those that arrive within some seconds. Waits for Redis; what comes of it is completed by
     * another thread, and never exceptionally.
     */
    public CompletableFuture<Map<ThumbnailKey, ImageFile>> thumbnails(Collection<ThumbnailKey> assets) {
        var there = use(assets);
        var found = new ConcurrentHashMap<>(thumbnails(assets, there));
        var missing = assets.stream()
                .filter(asset -> !there.containsKey(asset.name()))
                .map(asset ->
                        pendingDownload(asset).thenAccept(picture -> picture.ifPresent(it -> found.put(asset, it))))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(missing)
                .completeOnTimeout(null, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> Map.copyOf(found));
    }

    /** What is known of an asset's bytes; nothing when they were never looked at. Costs no request. */
    public Optional<ImageStatus> verdict(ThumbnailKey asset) {
        return repository.imageStatus(asset.asset());
    }

    /**
     * The whole image, when it can be used, is no larger than {@code largest} and arrives within some seconds. It is not kept, so it
     * is downloaded each time.
     */
    public CompletableFuture<Optional<ImageFile>> fetchOriginal(ThumbnailKey asset, long largest) {
        if (asset.asset().size() > largest) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return completeBy(
                        new CompletableFuture<>(),
                        () -> image(asset).map(image -> new ImageFile(image.type(), image.bytes())))
                .completeOnTimeout(Optional.empty(), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Keeps a copy of an image that is at hand, some time soon. */
    public void store(AssetKind kind, AssetImage image) {
        var asset = new ThumbnailKey(kind, image.asset());
        try {
            executor.execute(() -> {
                if (use(List.of(asset)).isEmpty()) {
                    shrink(asset, image);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("No copy of an image is made while the bot shuts down.");
        }
    }

    private Map<String, byte[]> use(Collection<ThumbnailKey> assets) {
        try {
            return kept.use(assets.stream().map(ThumbnailKey::name).collect(toSet()), clock.instant());
        } catch (StateUnavailableException e) {
            log.debug("Redis gives no copies of images. reason={}", e.reason());
            return Map.of();
        }
    }

    private static Map<ThumbnailKey, ImageFile> thumbnails(Collection<ThumbnailKey> assets, Map<String, byte[]> there) {
        var found = new HashMap<ThumbnailKey, ImageFile>();
        for (var asset : assets) {
            ImageFile.of(there.getOrDefault(asset.name(), NOTHING)).ifPresent(image -> found.put(asset, image));
        }
        return found;
    }

    /** One download for all who ask for it at the same time. */
    private CompletableFuture<Optional<ImageFile>> pendingDownload(ThumbnailKey asset) {
        var mine = new CompletableFuture<Optional<ImageFile>>();
        var theirs = arriving.putIfAbsent(asset.name(), mine);
        if (theirs != null) {
            return theirs;
        }
        return completeBy(mine, () -> image(asset).flatMap(image -> shrink(asset, image)))
                .whenComplete((picture, failure) -> arriving.remove(asset.name()));
    }

    private CompletableFuture<Optional<ImageFile>> completeBy(
            CompletableFuture<Optional<ImageFile>> future, Supplier<Optional<ImageFile>> download) {
        try {
            return future.completeAsync(download, executor);
        } catch (RejectedExecutionException e) {
            log.debug("No image is downloaded while the bot shuts down.");
            future.complete(Optional.empty());
            return future;
        }
    }

    private Optional<AssetImage> image(ThumbnailKey asset) {
        if (!allowance.tryAcquire()) {
            log.debug(
                    "No more images are downloaded for now. path={}",
                    asset.asset().path());
            return Optional.empty();
        }
        try {
            if (repository.fetchImage(asset.asset()) instanceof FetchedImage.Usable usable) {
                return Optional.of(usable.image());
            }
            put(asset, NOTHING);
        } catch (RepositoryUnavailableException e) {
            log.debug("An image could not be downloaded for an answer. reason={}", e.reason());
            allowance.pause(e.retryAt());
        }
        return Optional.empty();
    }

    private Optional<ImageFile> shrink(ThumbnailKey asset, AssetImage image) {
        var picture = ThumbnailMaker.make(image.bytes(), asset.kind());
        put(asset.firstFrame(), picture.map(ImageFile::bytes).orElse(NOTHING));
        if (!asset.isStoryboard()) {
            return picture;
        }
        var storyboard = ThumbnailMaker.storyboard(image.bytes(), asset.kind()).or(() -> picture);
        put(asset, storyboard.map(ImageFile::bytes).orElse(NOTHING));
        return storyboard;
    }

    private void put(ThumbnailKey asset, byte[] bytes) {
        try {
            kept.put(asset.name(), bytes, clock.instant());
            repository.lastSnapshot().ifPresent(snapshot -> kept.retain(names(snapshot)));
        } catch (StateUnavailableException e) {
            log.debug("Redis keeps no copies of images. reason={}", e.reason());
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
