package dev.brandingbot.cog.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.state.RedisThumbnailCache;
import dev.brandingbot.sync.guild.AnnouncedAsset;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.InMemorySource;
import dev.brandingbot.testing.RedisExtension;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import dev.brandingbot.thumbnail.DownloadLimiter;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The images of an announcement. */
class EmbedImageLoaderIT {
    private static final byte[] ICON = Drawings.transparent(512, 512);

    @RegisterExtension
    final RedisExtension redis = new RedisExtension();

    private final SettableClock clock = SettableClock.at(LocalDate.of(2027, 6, 1));
    private final InMemorySource source = new InMemorySource();
    private EmbedImageLoader illustrator;

    @BeforeEach
    void open() {
        source.put("pride/server_icons/icon.png", ICON);
        illustrator = new EmbedImageLoader(new ThumbnailService(
                new BrandingRepository(source, new InMemoryRepositoryCache(), clock),
                new RedisThumbnailCache(redis.jedis(), "owner/name@main"),
                new DownloadLimiter(() -> false, clock),
                Runnable::run,
                clock));
    }

    @Test
    void areThoseThatWerePutOnJustNow() {
        var images = illustrator.load(List.of(icon(Optional.of(ICON)), banner(TestImages.png("banner"))));

        assertThat(images.images().get(AssetKind.ICON).bytes()).isEqualTo(ICON);
        assertThat(images.images().get(AssetKind.BANNER).bytes()).isEqualTo(TestImages.png("banner"));
        assertThat(source.fetched()).isEmpty();
    }

    @Test
    void areSmallCopiesOfThoseThatWerePutOnBefore() {
        var images = illustrator.load(List.of(icon(Optional.empty())));

        assertThat(images.images()).containsOnlyKeys(AssetKind.ICON);
        assertThat(images.images().get(AssetKind.ICON).bytes()).isNotEqualTo(ICON);
        assertThat(source.fetched()).hasSize(1);
    }

    @Test
    void areSmallCopiesWhereDiscordWouldNotTakeTheWholeOnes() {
        var large = TestImages.png("banner", 8 << 20);
        source.put("pride/banners/banner.png", large);

        var images = illustrator.load(List.of(icon(Optional.of(ICON)), banner(large)));

        assertThat(images.images()).containsOnlyKeys(AssetKind.ICON, AssetKind.BANNER);
        assertThat(images.images().values())
                .allSatisfy(picture -> assertThat(picture.bytes()).hasSizeLessThan(100_000));
    }

    @Test
    void areLeftOutWhereTheyAreNotToBeHad() {
        source.failBlobs(true);

        assertThat(illustrator.load(List.of(icon(Optional.empty())))).isEqualTo(EmbedImages.NONE);
    }

    private AnnouncedAsset icon(Optional<byte[]> bytes) {
        var asset = new Asset("events/pride/server_icons/icon.png", source.sha("pride/server_icons/icon.png"), 1);
        return new AnnouncedAsset(
                AssetKind.ICON, asset, bytes.map(it -> new AssetImage(asset, ImageType.PNG, false, it)));
    }

    private AnnouncedAsset banner(byte[] bytes) {
        source.put("pride/banners/banner.png", bytes);
        var asset = new Asset("events/pride/banners/banner.png", source.sha("pride/banners/banner.png"), bytes.length);
        return new AnnouncedAsset(
                AssetKind.BANNER, asset, Optional.of(new AssetImage(asset, ImageType.PNG, false, bytes)));
    }
}
