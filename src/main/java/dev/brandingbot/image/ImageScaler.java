package dev.brandingbot.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Scales and crops images. */
public final class ImageScaler {
    private ImageScaler() {}

    /** Scales an image down to fit into a box, with its aspect ratio. Returns the same image if it already fits. */
    public static BufferedImage toFit(BufferedImage image, int width, int height) {
        var shrunk = image;
        // Halving averages all pixels; one large step would skip most of them.
        while (factor(shrunk, width, height) <= 0.5) {
            shrunk = scaled(shrunk, 0.5);
        }
        var rest = factor(shrunk, width, height);
        return rest < 1 ? scaled(shrunk, rest) : shrunk;
    }

    /** Returns the image on an opaque background. */
    public static BufferedImage opaque(BufferedImage image, Color background) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(opaque, image, background);
        return opaque;
    }

    /**
     * Crops the middle of an image to a square with rounded corners.
     *
     * @param rounding the corner radius as a fraction of the side
     */
    public static BufferedImage roundedSquare(BufferedImage image, int side, double rounding) {
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var graphics = square.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.fill(new RoundRectangle2D.Double(0, 0, side, side, 2 * rounding * side, 2 * rounding * side));
        graphics.setComposite(AlphaComposite.SrcIn);
        var scale = side / (double) Math.min(image.getWidth(), image.getHeight());
        var width = (int) Math.round(image.getWidth() * scale);
        var height = (int) Math.round(image.getHeight() * scale);
        graphics.drawImage(image, (side - width) / 2, (side - height) / 2, width, height, null);
        graphics.dispose();
        return square;
    }

    private static double factor(BufferedImage image, int width, int height) {
        return Math.min(width / (double) image.getWidth(), height / (double) image.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        var type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var scaled = new BufferedImage(
                Math.max(1, (int) Math.round(image.getWidth() * factor)),
                Math.max(1, (int) Math.round(image.getHeight() * factor)),
                type);
        draw(scaled, image, null);
        return scaled;
    }

    private static void draw(BufferedImage target, BufferedImage image, @Nullable Color background) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, target.getWidth(), target.getHeight(), background, null);
        graphics.dispose();
    }
}
