package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Extracts the first frame of a GIF, drawn onto the GIF's screen. Pixels that the frame does not cover are transparent.
 */
public final class GifFirstFrame {
    private static final Logger log = LoggerFactory.getLogger(GifFirstFrame.class);

    /** Discord shows no asset at a larger size. */
    private static final int MAX_SIDE = 2048;

    private static final int MIN_SIDE = 256;

    private final byte[] gif;

    private GifFirstFrame(byte[] gif) {
        this.gif = gif;
    }

    /**
     * Returns the frame as a PNG, scaled down until it fits; empty if it cannot be decoded or has too many pixels.
     *
     * @param maxBytes the maximum size of the PNG in bytes
     */
    public static Optional<byte[]> png(byte[] gif, long maxBytes) {
        var frame = new GifFirstFrame(gif);
        try {
            for (var side = MAX_SIDE; side >= MIN_SIDE; side /= 2) {
                var png = frame.encodeWithin(side);
                if (png.length <= maxBytes) {
                    return Optional.of(png);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's decoder throws unchecked exceptions for invalid codes.
            log.debug("Could not decode the first frame of a GIF.", e);
        }
        return Optional.empty();
    }

    /**
     * Decodes the frame.
     *
     * @throws IOException if the GIF cannot be decoded or has too many pixels
     */
    static BufferedImage read(byte[] gif, int width, int height) throws IOException {
        var box = new Dimensions(width, height);
        var image = draw(gif, screen -> ImageDecoder.step(screen, box));
        return ImageScaler.toFit(image, width, height);
    }

    private byte[] encodeWithin(int longestSide) throws IOException {
        return ImageEncoder.png(draw(
                gif, screen -> GifCanvas.parts(Math.max(screen.width(), screen.height()), longestSide)));
    }

    private static BufferedImage draw(byte[] gif, ToIntFunction<Dimensions> step) throws IOException {
        return GifCanvas.use(gif, step, canvas -> {
            canvas.drawNext();
            return canvas.image();
        });
    }
}
