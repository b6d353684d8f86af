package dev.brandingbot.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images of any size, as people upload them. */
public final class Drawings {
    private Drawings() {}

    /** A PNG, JPEG or GIF with a gradient that is opaque. */
    public static byte[] opaque(String format, int width, int height) {
        return file(gradient(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    /** A PNG with a disc in the middle of nothing. */
    public static byte[] transparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        return file(image, "png");
    }

    /** A PNG of nothing but noise, which no format makes small; transparent where {@code hasAlpha}. */
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

    private static BufferedImage gradient(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.MAGENTA, width, height, Color.CYAN));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
