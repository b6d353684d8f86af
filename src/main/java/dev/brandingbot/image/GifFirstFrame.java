package dev.brandingbot.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first frame of a GIF, drawn onto the GIF's screen, which it need not fill; what it leaves free is transparent. */
public final class GifFirstFrame {
    private static final Logger log = LoggerFactory.getLogger(GifFirstFrame.class);

    /** Discord shows no more of any asset. */
    private static final int LONGEST_SIDE = 2048;

    private static final int SHORTEST_SIDE = 256;
    private static final int SCREEN_WIDTH = 6;
    private static final int SCREEN_HEIGHT = 8;

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
            for (var side = LONGEST_SIDE; side >= SHORTEST_SIDE; side /= 2) {
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
        var image = new GifFirstFrame(gif).compose(screen -> ImageDecoder.step(screen, box));
        return ImageScaler.toFit(image, width, height);
    }

    private byte[] within(int longestSide) throws IOException {
        return ImageEncoder.png(compose(screen -> parts(Math.max(screen.width(), screen.height()), longestSide)));
    }

    private BufferedImage compose(ToIntFunction<Dimensions> step) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, true);
            var frame = frame(reader);
            var screen = Dimensions.of(word(SCREEN_WIDTH), word(SCREEN_HEIGHT)).orElse(frame.size());
            if (!ImageDecoder.isSafe(screen) || !ImageDecoder.isSafe(frame.size())) {
                throw new IIOException("The GIF has too many pixels");
            }
            return draw(reader, frame, screen, step.applyAsInt(screen));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage draw(ImageReader reader, Frame frame, Dimensions screen, int step) throws IOException {
        var canvas = new BufferedImage(
                parts(screen.width(), step), parts(screen.height(), step), BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        try {
            var image = reader.read(0, ImageDecoder.everyPixelIn(step));
            graphics.drawImage(image, frame.left() / step, frame.top() / step, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    /** How many parts of {@code step} hold {@code length}, the last one not in full. */
    private static int parts(int length, int step) {
        return (length + step - 1) / step;
    }

    private static Frame frame(ImageReader reader) throws IOException {
        var metadata = reader.getImageMetadata(0);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        return new Frame(
                number(descriptor, "imageLeftPosition"),
                number(descriptor, "imageTopPosition"),
                new Dimensions(number(descriptor, "imageWidth"), number(descriptor, "imageHeight")));
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    private int word(int at) {
        return gif.length < at + 2 ? 0 : (gif[at] & 0xff) | (gif[at + 1] & 0xff) << 8;
    }

    private record Frame(int left, int top, Dimensions size) {}
}
