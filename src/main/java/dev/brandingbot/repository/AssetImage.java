package dev.brandingbot.repository;

import dev.brandingbot.event.Asset;
import dev.brandingbot.image.GifFirstFrame;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.source.RepositoryLayout;
import java.util.Optional;

/** The content of an asset, in a format that Discord supports. Immutable, except that the bytes are not copied. */
public final class AssetImage {
    private final Asset asset;
    private final ImageType type;
    private final boolean isAnimated;
    private final byte[] bytes;

    /**
     * @param asset the file
     * @param type the type according to its bytes
     * @param isAnimated whether it has more than one frame
     * @param bytes the content; not copied, so it must not be changed
     */
    public AssetImage(Asset asset, ImageType type, boolean isAnimated, byte[] bytes) {
        this.asset = asset;
        this.type = type;
        this.isAnimated = isAnimated;
        this.bytes = bytes;
    }

    /** Returns this image as the content of {@code animated}, whose still variant it is. */
    public AssetImage asStillVariantOf(Asset animated) {
        return new AssetImage(animated, type, isAnimated, bytes);
    }

    /**
     * Returns the first frame as a still image of the same asset; empty if it cannot be decoded. Decodes the image,
     * which may take a second.
     */
    public Optional<AssetImage> firstFrame() {
        return GifFirstFrame.png(bytes, RepositoryLayout.MAX_ASSET_BYTES)
                .map(png -> new AssetImage(asset, ImageType.PNG, false, png));
    }

    /** Returns the file. */
    public Asset asset() {
        return asset;
    }

    /** Returns the type according to the bytes. */
    public ImageType type() {
        return type;
    }

    /** Whether it has more than one frame. */
    public boolean isAnimated() {
        return isAnimated;
    }

    /** Returns the content. It is not a copy and must not be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
