package dev.brandingbot.cog.image;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.cog.embed.EmbedImages;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.AnnouncedAsset;
import dev.brandingbot.thumbnail.ThumbnailKey;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Loads the images for messages. An image that is not available within some seconds is left out. */
public final class EmbedImageLoader {
    /** The maximum size of all images; larger ones are replaced by thumbnails. Discord accepts 10 MiB. */
    private static final long MAX_TOTAL_BYTES = 8L << 20;

    private final ThumbnailService thumbnails;

    public EmbedImageLoader(ThumbnailService thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** Loads thumbnails of assets, at most one per kind. Blocks on Redis; never completes exceptionally. */
    public CompletableFuture<EmbedImages> load(Collection<ThumbnailKey> assets) {
        return thumbnails
                .thumbnails(assets)
                .thenApply(pictures -> new EmbedImages(pictures.entrySet().stream()
                        .collect(toMap(it -> it.getKey().kind(), Map.Entry::getValue, (one, other) -> one))));
    }

    /** Loads the applied images as they were uploaded or, if they are too large, as thumbnails. Blocks until they are loaded. */
    public EmbedImages load(List<AnnouncedAsset> shown) {
        var pictures = new EnumMap<AssetKind, ImageFile>(AssetKind.class);
        var others = shown.stream()
                .filter(asset -> asset.image().isEmpty() || size(shown) > MAX_TOTAL_BYTES)
                .map(asset -> new ThumbnailKey(asset.kind(), asset.asset()))
                .toList();
        pictures.putAll(load(others).join().images());
        shown.stream()
                .filter(asset -> !others.contains(new ThumbnailKey(asset.kind(), asset.asset())))
                .forEach(asset -> asset.image().ifPresent(image -> pictures.put(asset.kind(), whole(image))));
        return new EmbedImages(pictures);
    }

    private static long size(List<AnnouncedAsset> shown) {
        return shown.stream()
                .flatMap(asset -> asset.image().stream())
                .mapToLong(image -> image.bytes().length)
                .sum();
    }

    private static ImageFile whole(AssetImage image) {
        return new ImageFile(image.type(), image.bytes());
    }
}
