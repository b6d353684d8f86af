package dev.brandingbot.thumbnail;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.GifStoryboard;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageEncoder;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.ImageScaler;
import dev.brandingbot.image.format.ImageType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates thumbnails of assets: still PNG or JPEG files of at most {@link #MAX_BYTES} bytes. */
public final class ThumbnailMaker {
    /** Keeps the whole cache below 16 MB. */
    static final int MAX_BYTES = 80 << 10;

    static final int ICON_SIDE = 256;
    static final int BANNER_WIDTH = 960;
    static final int BANNER_HEIGHT = 540;

    /** Discord's dark theme, which replaces transparency in images that are too large for PNG. */
    private static final Color BACKGROUND = new Color(0x313338);

    private static final float HIGH_QUALITY = 0.88f;
    private static final float LOW_QUALITY = 0.6f;

    private ThumbnailMaker() {}

    /** Returns the thumbnail of an image, of its first frame if it is animated; empty if it cannot be decoded. */
    public static Optional<ImageFile> make(byte[] bytes, AssetKind kind) {
        var image = kind == AssetKind.ICON
                ? ImageDecoder.read(bytes, ICON_SIDE, ICON_SIDE)
                : ImageDecoder.read(bytes, BANNER_WIDTH, BANNER_HEIGHT);
        return image.flatMap(ThumbnailMaker::compress);
    }

    /** A Returns a storyboard of an animated GIF; empty if it is not one or cannot be decoded. */
    static Optional<ImageFile> storyboard(byte[] bytes, AssetKind kind) {
        var image = kind == AssetKind.ICON
                ? GifStoryboard.read(bytes, ICON_SIDE, ICON_SIDE)
                : GifStoryboard.read(bytes, BANNER_WIDTH, BANNER_HEIGHT);
        return image.flatMap(ThumbnailMaker::compress);
    }

    /**
     * Encodes an image as PNG, otherwise as JPEG with lower quality, otherwise scaled down, until it is small enough.
     */
    private static Optional<ImageFile> compress(BufferedImage image) {
        return Stream.of(1.0, 0.75, 0.5, 0.25)
                .map(part -> ImageScaler.toFit(image, side(image.getWidth(), part), side(image.getHeight(), part)))
                .flatMap(ThumbnailMaker::encodings)
                .filter(picture -> picture.bytes().length <= MAX_BYTES)
                .findFirst();
    }

    private static Stream<ImageFile> encodings(BufferedImage image) {
        var png = new ImageFile(ImageType.PNG, ImageEncoder.png(image));
        // A Small icons keep their transparency; large banners may lose it.
        var mayBeOpaque = !image.getColorModel().hasAlpha() || image.getWidth() > ICON_SIDE;
        return mayBeOpaque
                ? Stream.concat(
                        Stream.of(png), Stream.of(HIGH_QUALITY, LOW_QUALITY).map(quality -> jpeg(image, quality)))
                : Stream.of(png);
    }

    private static ImageFile jpeg(BufferedImage image, float quality) {
        return new ImageFile(ImageType.JPEG, ImageEncoder.jpeg(ImageScaler.opaque(image, BACKGROUND), quality));
    }

    private static int side(int whole, double part) {
        return Math.max(1, (int) (whole * part));
    }
}
