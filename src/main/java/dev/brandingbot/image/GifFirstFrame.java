package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first frame of a GIF, drawn onto the GIF's screen, which it need not fill; what it leaves free is transparent. */
public final class GifFirstFrame {
    private static final Logger log = LoggerFactory.getLogger(GifFirstFrame.class);

    /** Discord shows no more of any asset. */
    private static final int MAX_SIDE = 2048;

    private static final int MIN_SIDE = 256;

    private final byte[] gif;

    private GifFirstFrame(byte[] gif) {
        this.gif = gif;
    }

    /**
     * The frame as a PNG, made smaller until it fits; empty if it can't be decoded, or has too many pixels.
     *
     * @param largest the most bytes that the PNG may have
     */
    public static Optional<byte[]> png(byte[] gif, long largest) {
        var frame = new GifFirstFrame(gif);
        try {
            for (var side = MAX_SIDE; side >= MIN_SIDE; side /= 2) {
                var png = frame.within(side);
                if (png.length <= largest) {
                    return Optional.of(png);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's decoder believes what the codes in the data say.
            log.debug("The first frame of a GIF can't be decoded.", e);
        }
        return Optional.empty();
    }

    /**
     * Decodes the frame.
     *
     * @throws IOException if it can't be decoded, or has too many pixels
     */
    static BufferedImage read(byte[] gif, int width, int height) throws IOException {
        var box = new Dimensions(width, height);
        var image = draw(gif, screen -> ImageDecoder.step(screen, box));
        return ImageScaler.toFit(image, width, height);
    }

    private byte[] within(int longestSide) throws IOException {
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
