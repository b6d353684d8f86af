package dev.brandingbot.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a PNG of the first frame of a GIF, composed onto its screen, which it need not fill. A large one is made smaller, so that
 * this takes some megabytes of memory at most, whatever the GIF says of itself.
 */
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
     * The PNG, made smaller until it fits; empty if the frame can't be decoded, or has too many pixels.
     *
     * @param largest the most bytes that the PNG may have
     */
    public static Optional<byte[]> png(byte[] gif, long largest) {
        var frame = new GifFirstFrame(gif);
        try {
            return IntStream.iterate(LONGEST_SIDE, side -> side >= SHORTEST_SIDE, side -> side / 2)
                    .mapToObj(frame::within)
                    .flatMap(Optional::stream)
                    .filter(png -> png.length <= largest)
                    .findFirst();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // The JDK's decoder believes what the codes in the data say.
            log.debug("The first frame of a GIF can't be decoded.", e);
            return Optional.empty();
        }
    }

    private Optional<byte[]> within(int longestSide) {
        var readers = ImageIO.getImageReadersByFormatName("gif");
        return readers.hasNext() ? within(longestSide, readers) : Optional.empty();
    }

    private Optional<byte[]> within(int longestSide, Iterator<ImageReader> readers) {
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, true);
            var screen = screen(reader);
            return isSafe(screen)
                    ? Optional.of(ImageEncoder.png(composed(reader, screen, longestSide)))
                    : Optional.empty();
        } catch (IOException e) {
            log.debug("The first frame of a GIF can't be decoded.", e);
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The size of the whole image; that of the frame, where the screen is said to have none. */
    private Frame screen(ImageReader reader) throws IOException {
        var screen = new Frame(0, 0, word(SCREEN_WIDTH), word(SCREEN_HEIGHT));
        return screen.width() == 0 || screen.height() == 0 ? frame(reader).atOrigin() : screen;
    }

    private static boolean isSafe(Frame screen) {
        return (long) screen.width() * screen.height() <= ImageDecoder.MAX_PIXELS;
    }

    private static BufferedImage composed(ImageReader reader, Frame screen, int longestSide) throws IOException {
        var frame = frame(reader);
        if (!isSafe(frame)) {
            throw new IIOException("The frame has too many pixels");
        }
        var step = Math.max(1, parts(Math.max(screen.width(), screen.height()), longestSide));
        var canvas = new BufferedImage(
                parts(screen.width(), step), parts(screen.height(), step), BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        try {
            graphics.drawImage(reader.read(0, everyPixelIn(step)), frame.left() / step, frame.top() / step, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    /** How many parts of {@code step} hold {@code length}, the last one not in full. */
    private static int parts(int length, int step) {
        return (length + step - 1) / step;
    }

    private static ImageReadParam everyPixelIn(int step) {
        var param = new ImageReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static Frame frame(ImageReader reader) throws IOException {
        var metadata = reader.getImageMetadata(0);
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        return new Frame(
                number(descriptor, "imageLeftPosition"),
                number(descriptor, "imageTopPosition"),
                number(descriptor, "imageWidth"),
                number(descriptor, "imageHeight"));
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    private int word(int at) {
        return gif.length < at + 2 ? 0 : (gif[at] & 0xff) | (gif[at + 1] & 0xff) << 8;
    }

    private record Frame(int left, int top, int width, int height) {
        Frame atOrigin() {
            return new Frame(0, 0, width, height);
        }
    }
}
