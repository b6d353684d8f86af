package dev.brandingbot.repository;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.repository.cache.ImageContentCache;
import dev.brandingbot.repository.cache.NoFileCache;
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
 * A branding repository: its events, what is wrong with it, and its images. What was read once is remembered by SHA, in this
 * process and in the cache, so that only what has changed is read again.
 *
 * <p>Safe for use by several threads: looks follow one upon the other, and images are fetched at any time beside them.
 */
public final class BrandingRepository {
    private static final Logger log = LoggerFactory.getLogger(BrandingRepository.class);

    private static final Set<AssetKind> EVERY_KIND = Set.of(AssetKind.values());

    private static final String NO_REMAINING_READS =
            "GitHub's rate limit allows few more requests this hour. Set a GitHub"
                    + " token, or check a copy of the repository in a folder.";

    private final BrandingSource source;
    private final RepositoryContentCache memory;
    private final Clock clock;
    private final ImageContentCache images;
    private final KnownSnapshots lastSnapshot;
    private final ReentrantLock looking = new ReentrantLock();

    /** The last whole look; changed with {@link #looking} held. */
    private volatile @Nullable FetchedEvents seen;

    /**
     * @param cache keeps what is remembered over a restart
     * @param clock tells the day from which on the days of events that move are looked at
     */
    public BrandingRepository(BrandingSource source, RepositoryCache cache, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.memory = new RepositoryContentCache(cache);
        this.images = new ImageContentCache(memory);
        this.lastSnapshot = new KnownSnapshots(memory, images);
    }

    /** The repository's name: {@code owner/name@branch}, or the folder. */
    public String name() {
        return source.name();
    }

    /** As {@link #fetch(Set)}, for a server that shows assets of every kind. */
    public Snapshot fetch() throws RepositoryUnavailableException {
        return fetch(EVERY_KIND);
    }

    /**
     * Fetches the whole repository as it is now. At GitHub this costs one request, and one more for each {@code meta.md} that
     * was never read; images are judged by their name, mode and size, and by what is known of their bytes. In a folder all
     * images are read and judged.
     *
     * <p>Blocks for at most a minute at GitHub, whatever it sends: what is not complete by then decides nothing.
     *
     * <p>Assets known to be unusable stay in their event, so that a rotation does not start afresh because of them. An event of
     * which no asset of a kind in {@code shown} can be used is invalid as soon as that is known.
     *
     * @param shown the kinds of assets that the server shows
     * @throws RepositoryUnavailableException when the look was not whole; also when there is no event at all: that is rather a
     *     wrong branch, a mishap or a lie than the wish to show nothing, so what is on must stay
     */
    public Snapshot fetch(Set<AssetKind> shown) throws RepositoryUnavailableException {
        // The time counts from here, so that waiting for another fetch is part of it.
        var fetch = source.forOneFetch();
        looking.lock();
        try {
            var tree = tree(fetch);
            var last = seen;
            return (last != null && last.isOf(tree) ? last : scan(tree, fetch)).snapshot(shown, today());
        } finally {
            looking.unlock();
        }
    }

    /** As {@link #lastSnapshot(Set)}, for a server that shows assets of every kind. */
    public Optional<Snapshot> lastSnapshot() {
        return lastSnapshot(EVERY_KIND);
    }

    /**
     * The repository as the last complete fetch found it, even if that was another instance's, or before a restart, with all
     * that has become known of its images since. Waits for the cache and sends no request; what was read once is kept until an
     * instance changes the cache. Empty before the first fetch.
     *
     * @param shown the kinds of assets that the server shows
     */
    public Optional<Snapshot> lastSnapshot(Set<AssetKind> shown) {
        return lastSnapshot.get(seen, Set.copyOf(shown), today());
    }

    /**
     * Looks at the whole repository more closely than a bot has to: at all images' bytes, as far as the source's limits allow, at
     * the Markdown of the descriptions, and also at the events that can't be shown.
     *
     * @throws RepositoryUnavailableException as {@link #fetch} does; that an image can't be read is no reason
     */
    public InspectionReport inspect() throws RepositoryUnavailableException {
        looking.lock();
        try {
            fetch();
            var look = requireNonNull(seen).look();
            var obstacle = checkAllImages(look.tree());
            return look.inspection(
                    look.snapshot(images::cached, today(), EVERY_KIND),
                    images::cached,
                    images.unjudged(RepositoryScan.images(look.tree())),
                    obstacle);
        } finally {
            looking.unlock();
        }
    }

    /**
     * Fetches an asset and judges its bytes. What is already known to be unusable is not fetched.
     *
     * @throws RepositoryUnavailableException when its bytes were not to be had
     */
    public FetchedImage fetchImage(Asset asset) throws RepositoryUnavailableException {
        if (asset.size() > RepositoryLayout.MAX_ASSET_BYTES) {
            return new FetchedImage.Unusable(AssetRules.tooLarge(asset.path(), asset.size()));
        }
        var known = images.remembered(asset.sha()).flatMap(content -> AssetRules.error(asset.path(), content));
        if (known.isPresent()) {
            return new FetchedImage.Unusable(known.get());
        }
        var bytes = source.blob(new TreeEntry(asset.path(), TreeEntry.FILE, asset.sha(), asset.size()));
        var content = images.check(asset.sha(), bytes);
        return AssetRules.error(asset.path(), content)
                .<FetchedImage>map(FetchedImage.Unusable::new)
                .orElseGet(() -> new FetchedImage.Usable(new AssetImage(
                        asset,
                        content.format().type().orElseThrow(),
                        content.format().isAnimated(),
                        content.completed(bytes))));
    }

    /**
     * What is known of the bytes of an asset that the last look of this process found; nothing when they were never judged.
     * Costs no request.
     */
    public Optional<ImageStatus> imageStatus(Asset asset) {
        return images.cached(asset.sha())
                .map(content -> AssetRules.error(asset.path(), content)
                        .<ImageStatus>map(ImageStatus.Rejected::new)
                        .orElseGet(() -> new ImageStatus.Supported(
                                content.format().type().orElseThrow(),
                                content.format().isAnimated())));
    }

    /** How many requests may be sent yet, as the last answer said; nothing where there is no such limit, or before an answer. */
    public Optional<RateLimitStatus> rateLimit() {
        return source.rateLimit();
    }

    private RepositoryTree tree(BrandingSource fetch) throws RepositoryUnavailableException {
        var last = seen;
        var known =
                last == null ? memory.treeOfBefore() : Optional.of(last.look().tree());
        var passing = new NoFileCache();
        var answer = fetch.tree(known.flatMap(RepositoryTree::etag), passing);
        passing.remember(memory, images);
        if (answer instanceof TreeResponse.Changed changed) {
            return checked(changed.tree());
        }
        return known.orElseThrow();
    }

    private RepositoryTree checked(RepositoryTree tree) throws RepositoryUnavailableException {
        if (EventFolder.foldersOf(tree).isEmpty()) {
            throw new RepositoryUnavailableException(
                    source.name() + " has no events. Add a folder for each event in events/, or check the branch.",
                    Optional.empty());
        }
        memory.putTree(tree);
        return tree;
    }

    private FetchedEvents scan(RepositoryTree tree, BrandingSource fetch) throws RepositoryUnavailableException {
        var metas = metas(tree, fetch);
        images.load(RepositoryScan.hashesOf(RepositoryScan.images(tree)));
        if (source.isLocal()) {
            checkImages(RepositoryScan.different(images.unjudged(RepositoryScan.images(tree))));
        }
        var fetched = new FetchedEvents(new RepositoryScan(tree, metas), images);
        forgetOthers(tree);
        seen = fetched;
        log.debug("Fetched the repository. repository={} events={}", source.name(), metas.size());
        return fetched;
    }

    private Map<TreeEntry, MetaFile> metas(RepositoryTree tree, BrandingSource fetch)
            throws RepositoryUnavailableException {
        var last = seen;
        var known = last == null ? Map.<TreeEntry, MetaFile>of() : last.look().metas();
        var wanted = RepositoryScan.metaFiles(tree);
        var unread = wanted.stream().filter(not(known::containsKey)).toList();
        var bytes = metaBytes(unread, fetch);
        var metas = new HashMap<TreeEntry, MetaFile>();
        for (var file : wanted) {
            var read = known.get(file);
            metas.put(file, read != null ? read : MetaFile.read(file.path(), requireNonNull(bytes.get(file.sha()))));
        }
        return metas;
    }

    /** The files by SHA, from the cache or, once for each SHA, from the source. */
    private Map<String, byte[]> metaBytes(List<TreeEntry> files, BrandingSource fetch)
            throws RepositoryUnavailableException {
        var bytes = new ConcurrentHashMap<>(memory.metas(RepositoryScan.hashesOf(files)));
        var missing = RepositoryScan.different(
                files.stream().filter(file -> !bytes.containsKey(file.sha())).toList());
        fetch.blobs(missing, (file, content) -> {
            memory.putMeta(file.sha(), content);
            bytes.put(file.sha(), content);
        });
        return bytes;
    }

    /** Judges what can be read now, and says what is in the way of the rest. */
    private Optional<String> checkAllImages(RepositoryTree tree) {
        var unjudged = RepositoryScan.different(images.unjudged(RepositoryScan.images(tree)));
        var readable = unjudged.stream().limit(source.remainingReads()).toList();
        try {
            checkImages(readable);
        } catch (RepositoryUnavailableException e) {
            return Optional.of(e.reason());
        }
        return readable.size() == unjudged.size() ? Optional.empty() : Optional.of(NO_REMAINING_READS);
    }

    private void checkImages(List<TreeEntry> files) throws RepositoryUnavailableException {
        var judged = new ConcurrentHashMap<String, ImageMetadata>();
        try {
            source.blobs(files, (file, bytes) -> judged.put(file.sha(), ImageMetadata.of(bytes)));
        } finally {
            images.putAll(judged);
        }
    }

    private void forgetOthers(RepositoryTree tree) {
        var shas = RepositoryScan.hashesOf(RepositoryScan.images(tree));
        images.keepOnly(shas);
        memory.retain(RepositoryScan.hashesOf(RepositoryScan.metaFiles(tree)), shas);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
