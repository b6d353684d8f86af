package dev.brandingbot.schedule.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A surface for drawings: pixels, or an SVG file. Not thread-safe. */
interface PictureCanvas {
    /** Fills a shape. */
    void fill(Color color, Shape shape);

    /** Draws a line, two pixels wide. */
    void line(Color color, Line2D line);

    /**
     * Draws one line of text.
     *
     * @param x the left end of the text
     * @param baseline the line on which the letters stand
     */
    void text(Color color, OutlineFont font, String text, double size, double x, double baseline);

    /** Draws an image, scaled to a rectangle of whole pixels. */
    void image(BufferedImage image, Rectangle2D place);

    /**
     * Draws what belongs together.
     *
     * @param title what it is, for who points at it or hears the picture read
     * @param content draws it on this canvas
     */
    void group(String title, Runnable content);
}
