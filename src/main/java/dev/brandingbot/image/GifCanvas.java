package dev.brandingbot.image;

import dev.brandingbot.image.format.Dimensions;
import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.ToIntFunction;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The screen of a GIF onto which its frames are drawn in order. Pixels that no frame covers are transparent. */
final class GifCanvas {
    private static final int SCREEN_WIDTH = 6;
    private static final int SCREEN_HEIGHT = 8;

    private final ImageReader reader;
    private final int step;
    private final BufferedImage image;
    private GifFrame frame;
    private BufferedImage previousImage;
    private int frames;

    private GifCanvas(ImageReader reader, GifFrame first, Dimensions screen, int step) {
        this.reader = reader;
        this.frame = first;
        this.step = step;
        this.image = new BufferedImage(
                parts(screen.width(), step), parts(screen.height(), step), BufferedImage.TYPE_INT_ARGB);
        this.previousImage = image;
    }

    /** An action on an open canvas. */
    @FunctionalInterface
    interface Use<T> {
        T apply(GifCanvas canvas) throws IOException;
    }

    /**
     * Opens a GIF before its first frame, passes the canvas to {@code use}, and closes it.
     *
     * @param step returns the subsampling factor for the size of the screen
     * @throws IOException if the GIF cannot be decoded or has too many pixels
     */
    static <T> T use(byte[] gif, ToIntFunction<Dimensions> step, Use<T> use) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, true);
            var first = GifFrame.read(reader, 0);
            var screen = Dimensions.of(readUnsignedShort(gif, SCREEN_WIDTH), readUnsignedShort(gif, SCREEN_HEIGHT))
                    .orElse(first.size());
            if (!screen.isSafeToDecode()) {
                throw new IIOException("The screen has too many pixels");
            }
            return use.apply(new GifCanvas(reader, first, screen, step.applyAsInt(screen)));
        } finally {
            reader.dispose();
        }
    }

    private static int readUnsignedShort(byte[] gif, int at) {
        return (gif[at] & 0xff) | ((gif[at + 1] & 0xff) << 8);
    }

    /** Returns {@code length / step}, rounded up. */
    static int parts(int length, int step) {
        return (length + step - 1) / step;
    }

    /** Returns the screen so far. It is not a copy: the next frame is drawn onto it. */
    BufferedImage image() {
        return image;
    }

    /** Returns the number of pixels of the last decoded frame. */
    long framePixels() {
        return frame.size().pixels();
    }

    /** Draws the next frame. Returns false if there is none. */
    boolean drawNext() throws IOException {
        if (frames > 0) {
            dispose();
        }
        try {
            frame = GifFrame.read(reader, frames);
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
        previousImage = frame.disposal().equals(GifFrame.DISPOSAL_PREVIOUS) ? copy(image) : image;
        draw(reader.read(frames, ImageDecoder.subsampling(step)), frame.left() / step, frame.top() / step);
        frames++;
        return true;
    }

    private void dispose() {
        if (frame.disposal().equals(GifFrame.DISPOSAL_PREVIOUS)) {
            clear(0, 0, image.getWidth(), image.getHeight());
            draw(previousImage, 0, 0);
        } else if (frame.disposal().equals(GifFrame.DISPOSAL_BACKGROUND)) {
            clear(
                    frame.left() / step,
                    frame.top() / step,
                    parts(frame.size().width(), step),
                    parts(frame.size().height(), step));
        }
    }

    private void draw(BufferedImage drawn, int left, int top) {
        var graphics = image.createGraphics();
        graphics.drawImage(drawn, left, top, null);
        graphics.dispose();
    }

    private void clear(int left, int top, int width, int height) {
        var graphics = image.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fillRect(left, top, width, height);
        graphics.dispose();
    }

    /** A Returns a copy of an image. */
    static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.copyData(copy.getRaster());
        return copy;
    }
}
