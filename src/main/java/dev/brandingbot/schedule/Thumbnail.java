package dev.brandingbot.schedule;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Small versions of images that nobody has checked: of what can't be read, or would take too much memory, there is none. */
final class Thumbnail {
    private static final long MOST_PIXELS = 40_000_000;

    /** How much larger than wanted an image is read at least, so that its pixels can be mixed. */
    private static final int OVERSAMPLING = 4;

    /** How far the corners of a square are rounded, as part of its side. */
    static final double ROUNDING = 0.22;

    private Thumbnail() {}

    /**
     * Reads an image, the first frame of an animated one, into a few pixels.
     *
     * @param side how many pixels the longer side has afterwards at most
     */
    static Optional<BufferedImage> of(byte[] bytes, int side) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                // Metadata may be a bomb of its own.
                reader.setInput(input, true, true);
                return read(reader, side).map(image -> shrunk(image, side));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // The JDK's readers meet broken files with exceptions of every kind.
            return Optional.empty();
        }
    }

    /** The middle of the image as a square with round corners. */
    static BufferedImage rounded(BufferedImage image, int side) {
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var graphics = smooth(square.createGraphics());
        graphics.setColor(Color.BLACK);
        graphics.fill(new RoundRectangle2D.Double(0, 0, side, side, 2 * ROUNDING * side, 2 * ROUNDING * side));
        graphics.setComposite(java.awt.AlphaComposite.SrcIn);
        var scale = side / (double) Math.min(image.getWidth(), image.getHeight());
        var width = (int) Math.round(image.getWidth() * scale);
        var height = (int) Math.round(image.getHeight() * scale);
        graphics.drawImage(image, (side - width) / 2, (side - height) / 2, width, height, null);
        graphics.dispose();
        return square;
    }

    private static Optional<BufferedImage> read(ImageReader reader, int side) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var step = Math.max(1, Math.max(width, height) / (side * OVERSAMPLING));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, parameters));
    }

    /** Halves it as often as that is less than what is wanted, then takes the last step: each mixes all pixels. */
    private static BufferedImage shrunk(BufferedImage image, int side) {
        var shrunk = image;
        while (longer(shrunk) >= 2 * side) {
            shrunk = scaled(shrunk, 0.5);
        }
        return longer(shrunk) > side ? scaled(shrunk, side / (double) longer(shrunk)) : shrunk;
    }

    private static int longer(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = smooth(scaled.createGraphics());
        graphics.drawImage((Image) image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    private static Graphics2D smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }
}
