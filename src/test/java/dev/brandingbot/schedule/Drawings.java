package dev.brandingbot.schedule;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Images of one colour. */
final class Drawings {
    private Drawings() {}

    static BufferedImage filled(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        fill(image, 0, width, colour);
        return image;
    }

    static void fill(BufferedImage image, int from, int to, Color colour) {
        for (var x = from; x < to; x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
    }

    static byte[] png(int width, int height, Color colour) {
        return PngFile.of(filled(width, height, colour));
    }
}
