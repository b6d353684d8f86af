package dev.brandingbot.schedule.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Chooses colors for events that contrast with the picture's dark background. */
final class EventColors {
    /** The color of an event whose images are gray. */
    static final Color GRAY = Color.getHSBColor(0.6f, 0.12f, 0.78f);

    private static final int HUES = 36;
    private static final float MIN_SATURATION = 0.42f;
    private static final float MAX_SATURATION = 0.78f;

    /** Paler or darker pixels are ignored, because dark backgrounds are never exactly gray. */
    private static final float MIN_COLOR_SHARE = 0.14f;

    private static final float MIN_LIGHTNESS = 0.2f;

    /** Below this share of colorful pixels, an image counts as gray. */
    private static final double MIN_COLORFUL_SHARE = 0.003;

    /** WCAG 2 requires a contrast of 3 for graphics and 4.5 for text. */
    private static final double MIN_CONTRAST = 4.5;

    private static final float STEP = 0.03f;
    private static final int OPAQUE = 250;

    private EventColors() {}

    /** Returns the main color of an image: its most frequent hue, weighted by colorfulness; empty if it is gray. */
    static Optional<Color> of(BufferedImage image) {
        var hues = new Hues();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                hues.add(image.getRGB(x, y));
            }
        }
        return hues.strongest();
    }

    /** A Returns a color for an event without an image, which depends only on {@code path}. */
    static Color of(String path) {
        return readable(Math.floorMod(path.hashCode(), 360) / 360f, 0.5f, 0.9f);
    }

    /** Returns the WCAG 2 contrast of two colors, from 1 to 21. */
    static double contrast(Color one, Color other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** Mixes two colors; {@code share} is that of the first, from 0 to 1. */
    static Color mixed(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Makes a color brighter, then paler, until it contrasts with the picture's background. */
    private static Color readable(float hue, float saturation, float brightness) {
        var color = Color.getHSBColor(hue, saturation, brightness);
        if (contrast(color, YearImagePainter.GROUND) >= MIN_CONTRAST || (brightness >= 1 && saturation <= 0)) {
            return color;
        }
        return brightness < 1
                ? readable(hue, saturation, Math.min(1, brightness + STEP))
                : readable(hue, Math.max(0, saturation - STEP), brightness);
    }

    /** A histogram of hues, weighted by colorfulness. */
    private static final class Hues {
        private final double[] weights = new double[HUES];
        private final double[] hues = new double[HUES];
        private final double[] saturations = new double[HUES];
        private final double[] brightnesses = new double[HUES];
        private double pixels;

        void add(int argb) {
            if (argb >>> 24 < OPAQUE) {
                return;
            }
            var hsb = Color.RGBtoHSB(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, null);
            var weight = hsb[1] * hsb[1] * hsb[2];
            var bin = Math.min(HUES - 1, (int) (hsb[0] * HUES));
            pixels++;
            if (hsb[1] < MIN_COLOR_SHARE || hsb[2] < MIN_LIGHTNESS) {
                return;
            }
            weights[bin] += weight;
            hues[bin] += weight * hsb[0];
            saturations[bin] += weight * hsb[1];
            brightnesses[bin] += weight * hsb[2];
        }

        Optional<Color> strongest() {
            var best = 0;
            for (var bin = 1; bin < HUES; bin++) {
                best = around(bin) > around(best) ? bin : best;
            }
            return around(best) < MIN_COLORFUL_SHARE * pixels || pixels == 0
                    ? Optional.empty()
                    : Optional.of(color(best));
        }

        /** A A color may be on the border between two bins. */
        private double around(int bin) {
            return weights[bin] + (weights[(bin + 1) % HUES] + weights[(bin + HUES - 1) % HUES]) / 2;
        }

        private Color color(int bin) {
            var weight = Math.max(weights[bin], Double.MIN_NORMAL);
            var saturation = (float) (saturations[bin] / weight);
            return readable(
                    (float) (hues[bin] / weight),
                    Math.min(MAX_SATURATION, Math.max(MIN_SATURATION, saturation)),
                    (float) (brightnesses[bin] / weight));
        }
    }
}
