package dev.brandingbot.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.ManualExecutor;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThumbnailServiceIT {
    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = new SettableClock(Instant.parse("2027-06-01T12:00:00Z"));
    private final ManualExecutor executor = new ManualExecutor(clock);
    private final InMemorySource source = new InMemorySource();
    private BrandingRepository repository;
    private ThumbnailService gallery;
    private boolean isFrugal;

    @BeforeEach
    void open() throws RepositoryUnavailableException {
        source.event("pride", "June 1", "June 30");
        source.put("pride/banners/banner.png", Drawings.opaque("png", 1920, 1080));
        source.put("pride/server_icons/icon.png", Drawings.transparent(512, 512));
        restart();
    }

    @Test
    void downloadsImageOnceForConcurrentCallers() throws Exception {
        var both = List.of(icon(), banner());

        var first = gallery.thumbnails(both);
        var second = gallery.thumbnails(both);
        executor.runDue();
        restart();
        var afterARestart = gallery.thumbnails(both);

        assertThat(first.join()).containsOnlyKeys(icon(), banner());
        assertThat(second.join()).containsOnlyKeys(icon(), banner());
        assertThat(afterARestart).isCompletedWithValueMatching(pictures -> pictures.size() == 2);
        assertThat(images()).hasSize(2);
    }

    @Test
    void sendsNoRequestForCachedThumbnails() throws Exception {
        assertThat(gallery.cached(List.of(icon()))).isEmpty();
        gallery.thumbnails(List.of(icon()));
        executor.runDue();

        assertThat(gallery.cached(List.of(icon(), banner()))).containsOnlyKeys(icon());
        assertThat(images()).hasSize(1);
    }

    @Test
    void storesThumbnailOfAppliedImage() throws Exception {
        var image = new AssetImage(icon().asset(), ImageType.PNG, false, Drawings.transparent(512, 512));

        gallery.store(AssetKind.ICON, image);
        gallery.store(AssetKind.ICON, image);
        executor.runDue();

        assertThat(gallery.thumbnails(List.of(icon())).join()).containsOnlyKeys(icon());
        assertThat(images()).isEmpty();
    }

    @Test
    void doesNotDownloadInvalidImageAgain() throws Exception {
        source.put("pride/server_icons/icon.png", "no image");
        repository.fetch();

        for (var i = 0; i < 2; i++) {
            var pictures = gallery.thumbnails(List.of(icon()));
            executor.runDue();
            assertThat(pictures.join()).isEmpty();
        }

        assertThat(images()).hasSize(1);
    }

    @Test
    void omitsFailedDownloadAndRetriesAfterMinute() throws Exception {
        source.failBlobs(true);
        var failed = gallery.thumbnails(List.of(icon()));
        executor.runDue();
        source.failBlobs(false);
        var atOnce = gallery.thumbnails(List.of(icon()));
        executor.runDue();
        clock.advance(Duration.ofMinutes(1));
        var later = gallery.thumbnails(List.of(icon()));
        executor.runDue();

        assertThat(failed.join()).isEmpty();
        assertThat(atOnce.join()).isEmpty();
        assertThat(later.join()).containsOnlyKeys(icon());
    }

    @Test
    void leavesRequestsForFetchesWithoutToken() throws Exception {
        isFrugal = true;
        for (var i = 0; i < 2 * DownloadLimiter.MAX_PER_HOUR_RATE_LIMITED; i++) {
            source.icon("pride", "icon" + i + ".png");
        }
        repository.fetch();

        var pictures = gallery.thumbnails(
                event().icons().stream().map(ThumbnailServiceIT::icon).toList());
        executor.runDue();

        assertThat(pictures.join()).hasSize(DownloadLimiter.MAX_PER_HOUR_RATE_LIMITED);
        assertThat(images()).hasSize(DownloadLimiter.MAX_PER_HOUR_RATE_LIMITED);
    }

    @Test
    void removesThumbnailsOfDeletedImages() throws Exception {
        var former = icon();
        gallery.thumbnails(List.of(former));
        executor.runDue();
        source.put("pride/server_icons/icon.png", Drawings.transparent(600, 600));
        repository.fetch();

        gallery.thumbnails(List.of(banner()));
        executor.runDue();

        assertThat(gallery.cached(List.of(former, banner()))).containsOnlyKeys(banner());
    }

    @Test
    void returnsNothingDuringShutdown() throws Exception {
        executor.shutdown();

        assertThat(gallery.thumbnails(List.of(icon())).join()).isEmpty();
    }

    private void restart() throws RepositoryUnavailableException {
        repository = new BrandingRepository(source, new InMemoryRepositoryCache(), clock);
        repository.fetch();
        gallery = new ThumbnailService(
                repository,
                new RedisThumbnailCache(redis.jedis(), repository.name()),
                new DownloadLimiter(() -> isFrugal, clock),
                executor,
                clock);
    }

    private InspectedEvent event() {
        return repository.lastSnapshot().orElseThrow().all().get(0);
    }

    private ThumbnailKey icon() {
        return icon(event().icons().get(0));
    }

    private static ThumbnailKey icon(Asset asset) {
        return new ThumbnailKey(AssetKind.ICON, asset);
    }

    private ThumbnailKey banner() {
        return new ThumbnailKey(AssetKind.BANNER, event().banners().get(0));
    }

    private List<String> images() {
        return source.fetched().stream().filter(path -> !path.endsWith(".md")).toList();
    }
}
