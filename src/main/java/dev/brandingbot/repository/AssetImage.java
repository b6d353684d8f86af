package dev.brandingbot.repository;

import dev.brandingbot.event.Asset;
import dev.brandingbot.image.GifFirstFrame;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.source.RepositoryLayout;
import java.util.Optional;

/** The content of an asset, found to be an image that Discord takes. */
public final class AssetImage {
    private final Asset asset;
    private final ImageType type;
    private final boolean isAnimated;
    private final byte[] bytes;

    /**
     * @param asset which file this is
     * @param type what its bytes are
     * @param isAnimated whether it has more than one frame
     * @param bytes its content; kept as it is, so not to be changed afterwards
     */
    public AssetImage(Asset asset, ImageType type, boolean isAnimated, byte[] bytes) {
        this.asset = asset;
        this.type = type;
        this.isAnimated = isAnimated;
        this.bytes = bytes;
    }

    /** This image in the place of that of {@code animated}, whose still twin it is. */
    public AssetImage asStandInFor(Asset animated) {
        return new AssetImage(animated, type, isAnimated, bytes);
    }

    /** The first frame of this, as a still image in its place; nothing when it can't be decoded. Takes a moment. */
    public Optional<AssetImage> firstFrame() {
        return GifFirstFrame.png(bytes, RepositoryLayout.MAX_ASSET_BYTES)
                .map(png -> new AssetImage(asset, ImageType.PNG, false, png));
    }

    /** Which file this is. */
    public Asset asset() {
        return asset;
    }

    /** What its bytes are. */
    public ImageType type() {
        return type;
    }

    /** Whether it has more than one frame. */
    public boolean isAnimated() {
        return isAnimated;
    }

    /** Its content: not a copy, so not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
