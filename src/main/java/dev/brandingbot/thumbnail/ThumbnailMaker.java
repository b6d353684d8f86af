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

/** Makes small copies of assets, each a still PNG or JPEG of at most {@link #MAX_BYTES} bytes. */
public final class ThumbnailMaker {
    /** So that as many as are kept are 16 MB at most. */
    static final int MAX_BYTES = 80 << 10;

    static final int ICON_SIDE = 256;
    static final int BANNER_WIDTH = 960;
    static final int BANNER_HEIGHT = 540;

    /** Behind what is transparent in an image that is too large to stay so: Discord's dark theme. */
    private static final Color GROUND = new Color(0x313338);

    private static final float HIGH_QUALITY = 0.88f;
    private static final float LOW_QUALITY = 0.6f;

    private ThumbnailMaker() {}

    /** The small copy of an image, of the first frame of an animated one; nothing when it can't be read. */
    public static Optional<ImageFile> make(byte[] bytes, AssetKind kind) {
        var image = kind == AssetKind.ICON
                ? ImageDecoder.read(bytes, ICON_SIDE, ICON_SIDE)
                : ImageDecoder.read(bytes, BANNER_WIDTH, BANNER_HEIGHT);
        return image.flatMap(ThumbnailMaker::smallEnough);
    }

    /** A small copy with several frames of an animated GIF; empty if it is none that can be decoded. */
    static Optional<ImageFile> storyboard(byte[] bytes, AssetKind kind) {
        var image = kind == AssetKind.ICON
                ? GifStoryboard.read(bytes, ICON_SIDE, ICON_SIDE)
                : GifStoryboard.read(bytes, BANNER_WIDTH, BANNER_HEIGHT);
        return image.flatMap(ThumbnailMaker::smallEnough);
    }

    /** As it is where that will do, otherwise coarser, otherwise smaller. */
    private static Optional<ImageFile> smallEnough(BufferedImage image) {
        return Stream.of(1.0, 0.75, 0.5, 0.25)
                .map(part -> ImageScaler.toFit(image, side(image.getWidth(), part), side(image.getHeight(), part)))
                .flatMap(ThumbnailMaker::files)
                .filter(picture -> picture.bytes().length <= MAX_BYTES)
                .findFirst();
    }

    private static Stream<ImageFile> files(BufferedImage image) {
        var png = new ImageFile(ImageType.PNG, ImageEncoder.png(image));
        // A small icon keeps its transparency, a large banner need not.
        var mayBeOpaque = !image.getColorModel().hasAlpha() || image.getWidth() > ICON_SIDE;
        return mayBeOpaque
                ? Stream.concat(
                        Stream.of(png), Stream.of(HIGH_QUALITY, LOW_QUALITY).map(quality -> jpeg(image, quality)))
                : Stream.of(png);
    }

    private static ImageFile jpeg(BufferedImage image, float quality) {
        return new ImageFile(ImageType.JPEG, ImageEncoder.jpeg(ImageScaler.opaque(image, GROUND), quality));
    }

    private static int side(int whole, double part) {
        return Math.max(1, (int) (whole * part));
    }
}
