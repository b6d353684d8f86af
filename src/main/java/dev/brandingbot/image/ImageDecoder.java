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

/** Decodes untrusted images in a bounded amount of memory. */
public final class ImageDecoder {
    /**
     * A A larger image is decoded at no less than this multiple of the target size, so that its pixels can be averaged.
     */
    private static final int OVERSAMPLING = 4;

    /** The maximum number of decoded pixels, of 4 or 8 bytes each. */
    private static final long MAX_DECODED_PIXELS = 8_000_000;

    private ImageDecoder() {}

    /**
     * Decodes an image upright, scaled down to fit into a box of this size; the first frame if it is animated.
     *
     * @return the image with its own aspect ratio; empty if it cannot be decoded or has too many pixels
     */
    public static Optional<BufferedImage> read(byte[] bytes, int width, int height) {
        try {
            return switch (FileFormat.of(bytes)) {
                case PNG -> read("png", bytes, PngParser.orientation(bytes), width, height);
                case JPEG -> read("jpeg", bytes, JpegParser.orientation(bytes), width, height);
                case GIF, ANIMATED_GIF -> Optional.of(GifFirstFrame.read(bytes, width, height));
                case LFS_POINTER, WEBP, SVG, OTHER -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw all kinds of exceptions for invalid files.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(
            String format, byte[] bytes, Orientation orientation, int width, int height) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata is ignored, because it may be a decompression bomb.
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
                        ImageScaler.toFit(reader.read(0, subsampling(step(size, box))), box.width(), box.height()))
                : Optional.empty();
    }

    /** Returns the subsampling factor for an image: 1 decodes every pixel. */
    static int step(Dimensions size, Dimensions box) {
        var excess = Math.max(size.width() / box.width(), size.height() / box.height());
        var minimum = (int) Math.ceil(Math.sqrt((double) size.pixels() / MAX_DECODED_PIXELS));
        return Math.max(minimum, excess / OVERSAMPLING);
    }

    static ImageReadParam subsampling(int step) {
        var param = new ImageReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
