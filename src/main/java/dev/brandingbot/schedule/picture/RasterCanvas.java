package dev.brandingbot.schedule.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws in pixels. Text is drawn as shapes, so no font of the machine is needed.
 *
 * @param graphics draws on the image; not disposed here
 */
record RasterCanvas(Graphics2D graphics) implements PictureCanvas {
    private static final BasicStroke LINE = new BasicStroke(2);

    @Override
    public void fill(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    @Override
    public void line(Color color, Line2D line) {
        graphics.setColor(color);
        graphics.setStroke(LINE);
        graphics.draw(line);
    }

    @Override
    public void text(Color color, OutlineFont font, String text, double size, double x, double baseline) {
        fill(color, font.outline(text, size, x, baseline));
    }

    @Override
    public void image(BufferedImage image, Rectangle2D place) {
        graphics.drawImage(
                image,
                (int) Math.round(place.getX()),
                (int) Math.round(place.getY()),
                (int) Math.round(place.getWidth()),
                (int) Math.round(place.getHeight()),
                null);
    }

    @Override
    public void group(String title, Runnable content) {
        content.run();
    }
}
