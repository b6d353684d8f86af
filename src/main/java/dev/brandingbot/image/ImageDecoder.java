package dev.brandingbot.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes images that nobody has checked, in some megabytes of memory. */
public final class ImageDecoder {
    /** Beyond this, decoding takes hundreds of megabytes, and nobody draws a banner so large in good faith. */
    public static final long MAX_PIXELS = 40_000_000;

    /** A larger image is decoded at this multiple of the wanted size at least, so that its pixels can be mixed. */
    private static final int OVERSAMPLING = 4;

    /** The most pixels that are decoded into memory, 4 or 8 bytes each. */
    private static final long MAX_DECODED_PIXELS = 8_000_000;

    private ImageDecoder() {}

    /**
     * Decodes an image, the first frame of an animated one, scaled down to fit into a box of this size.
     *
     * @return the image in its own shape; empty if it can't be decoded, or has more than {@value #MAX_PIXELS} pixels
     */
    public static Optional<BufferedImage> read(byte[] bytes, int width, int height) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input, width, height) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            // The JDK's readers meet broken files with exceptions of every kind.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream input, int width, int height)
            throws IOException {
        try {
            // Metadata may be a bomb of its own.
            reader.setInput(input, true, true);
            var isTooLarge = (long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS;
            return isTooLarge
                    ? Optional.empty()
                    : Optional.of(ImageScaler.toFit(read(reader, width, height), width, height));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        var excess = Math.max(reader.getWidth(0) / width, reader.getHeight(0) / height);
        var pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        var leastStep = (int) Math.ceil(Math.sqrt(pixels / MAX_DECODED_PIXELS));
        var step = Math.max(leastStep, excess / OVERSAMPLING);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }
}
