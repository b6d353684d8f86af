package dev.brandingbot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images of any size, as people upload them. */
public final class Drawings {
    private Drawings() {}

    /** A PNG, JPEG or GIF with a gradient that is opaque. */
    public static byte[] opaque(String format, int width, int height) {
        return file(gradient(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    /** A PNG with a disc on a transparent background. */
    public static byte[] transparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        return file(image, "png");
    }

    /** A PNG of noise, which no format compresses well, with transparency if {@code hasAlpha}. */
    public static byte[] noise(int width, int height, boolean hasAlpha) {
        var random = new Random(1);
        var image =
                new BufferedImage(width, height, hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return file(image, "png");
    }

    /** An image of one color. */
    public static BufferedImage filled(int width, int height, Color color) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(image, 0, width, color);
        return image;
    }

    /** Fills columns of an image. */
    public static void fill(BufferedImage image, int from, int to, Color color) {
        for (var x = from; x < to; x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
    }

    /** A PNG of one color. */
    public static byte[] png(int width, int height, Color color) {
        return file(filled(width, height, color), "png");
    }

    /** A GIF whose only frame fills its screen from a point to the lower right corner. */
    public static byte[] gif(int width, int height, int left, int top, Color color) {
        var frame = new BufferedImage(width - left, height - top, BufferedImage.TYPE_BYTE_INDEXED);
        var graphics = frame.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, frame.getWidth(), frame.getHeight());
        graphics.dispose();
        var gif = ByteBuffer.wrap(file(frame, "gif")).order(ByteOrder.LITTLE_ENDIAN);
        gif.putShort(6, (short) width).putShort(8, (short) height);
        var descriptor = new String(gif.array(), ISO_8859_1).indexOf(",\0\0\0\0");
        return gif.putShort(descriptor + 1, (short) left)
                .putShort(descriptor + 3, (short) top)
                .array();
    }

    /** An animated GIF of squares, each filled with one color. */
    public static byte[] animation(int side, Color... colors) {
        return TestImages.file(
                "gif",
                Arrays.stream(colors).map(color -> filled(side, side, color)).toList());
    }

    private static BufferedImage gradient(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.MAGENTA, width, height, Color.CYAN));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** An image as a file of some format. */
    public static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
