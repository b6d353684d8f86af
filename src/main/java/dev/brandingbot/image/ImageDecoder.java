package dev.brandingbot.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads images that nobody has checked, in little memory: of what can't be read, or is too large, there is nothing. */
public final class ImageDecoder {
    private static final long MOST_PIXELS = 40_000_000;

    /** How much larger than wanted an image is read at least, so that its pixels can be mixed. */
    private static final int OVERSAMPLING = 2;

    private ImageDecoder() {}

    /**
     * Reads an image, the first frame of an animated one, so that it is in a box of this size.
     *
     * @return the image in its own shape; one that fits already is as it is
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
            var isTooLarge = (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS;
            return isTooLarge
                    ? Optional.empty()
                    : Optional.of(ImageScaler.toFit(read(reader, width, height), width, height));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        var excess = Math.max(reader.getWidth(0) / width, reader.getHeight(0) / height);
        var step = Math.max(1, excess / OVERSAMPLING);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }
}
