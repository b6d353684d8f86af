package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import dev.brandingbot.image.format.FileFormat;
import dev.brandingbot.image.format.JpegParser;
import dev.brandingbot.image.format.Orientation;
import dev.brandingbot.image.format.PngParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes images that nobody has checked, in some megabytes of memory. */
public final class ImageDecoder {
    /** A larger image is decoded at this multiple of the wanted size at least, so that its pixels can be mixed. */
    private static final int OVERSAMPLING = 4;

    /** The most pixels that are decoded into memory, 4 or 8 bytes each. */
    private static final long MAX_DECODED_PIXELS = 8_000_000;

    private ImageDecoder() {}

    /**
     * Decodes an image as it is shown, scaled down to fit into a box of this size: upright, and of an animated one the first frame.
     *
     * @return the image in its own shape; empty if it can't be decoded, or has too many pixels
     */
    public static Optional<BufferedImage> read(byte[] bytes, int width, int height) {
        try {
            return switch (FileFormat.of(bytes)) {
                case PNG -> read("png", bytes, PngParser.orientation(bytes), width, height);
                case JPEG -> read("jpeg", bytes, JpegParser.orientation(bytes), width, height);
                case GIF, ANIMATED_GIF -> Optional.of(GifFirstFrame.read(bytes, width, height));
                case LFS_POINTER, WEBP, SVG, OTHER -> Optional.empty();
            };
        } catch (IOException | RuntimeException broken) {
            // The JDK's readers meet broken files with exceptions of every kind.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(
            String format, byte[] bytes, Orientation orientation, int width, int height) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata may be a bomb of its own.
            reader.setInput(input, true, true);
            var box = orientation.shown(new Dimensions(width, height));
            return read(reader, box).map(orientation::apply);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, Dimensions box) throws IOException {
        var size = new Dimensions(reader.getWidth(0), reader.getHeight(0));
        return size.isSafeToDecode()
                ? Optional.of(
                        ImageScaler.toFit(reader.read(0, everyPixelIn(step(size, box))), box.width(), box.height()))
                : Optional.empty();
    }

    /** Which pixels of an image are decoded, of those beside each other: every so many. */
    static int step(Dimensions size, Dimensions box) {
        var excess = Math.max(size.width() / box.width(), size.height() / box.height());
        var least = (int) Math.ceil(Math.sqrt((double) size.pixels() / MAX_DECODED_PIXELS));
        return Math.max(least, excess / OVERSAMPLING);
    }

    static ImageReadParam everyPixelIn(int step) {
        var param = new ImageReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
