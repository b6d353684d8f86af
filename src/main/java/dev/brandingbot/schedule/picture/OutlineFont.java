package dev.brandingbot.schedule.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A A bundled font whose text is drawn as shapes. The JDK's own text rendering needs fonts and a library that slim
 * containers lack, and would differ between systems. Characters without a glyph are drawn as an empty box.
 */
public final class OutlineFont {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";

    /** Inter is spaced for small text; its designer recommends tighter tracking for large text. */
    private static final double TRACKING = -0.014;

    private static final double BOX_WIDTH = 0.5;
    private static final double BOX_HEIGHT = 0.72;
    private static final String ELLIPSIS = "…";

    private final OpenTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private final int weight;

    private OutlineFont(OpenTypeFont font, int weight) throws IOException {
        this.font = font;
        this.weight = weight;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Returns Inter in semi-bold, for names. */
    public static OutlineFont semiBold() {
        return load("Inter-SemiBold.otf", 600);
    }

    /** Returns Inter in regular weight, for other text. */
    public static OutlineFont regular() {
        return load("Inter-Regular.otf", 400);
    }

    private static OutlineFont load(String file, int weight) {
        try (var in = Objects.requireNonNull(OutlineFont.class.getResourceAsStream(FOLDER + file), file)) {
            return new OutlineFont(new OTFParser().parse(new RandomAccessReadBuffer(in)), weight);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + file + " cannot be read", e);
        }
    }

    /** Returns the weight from 100 to 900, as in CSS. */
    int weight() {
        return weight;
    }

    /** Returns the width of a text. */
    public double width(String text, double size) {
        var width = new double[1];
        glyphs(text, glyph -> width[0] += advance(glyph, size));
        return width[0];
    }

    /** Truncates a text with an ellipsis to fit into {@code maxWidth}. */
    public String truncate(String text, double size, double maxWidth) {
        var fitted = text;
        while (!fitted.isEmpty() && width(truncateTo(fitted, text), size) > maxWidth) {
            fitted = fitted.substring(0, fitted.offsetByCodePoints(fitted.length(), -1))
                    .stripTrailing();
        }
        return truncateTo(fitted, text);
    }

    private static String truncateTo(String part, String whole) {
        return part.length() == whole.length() ? whole : part + ELLIPSIS;
    }

    /** A Returns a text as a shape. */
    public Shape outline(String text, double size, double x, double baseline) {
        var outline = new Path2D.Double();
        var pen = new double[] {x};
        glyphs(text, glyph -> {
            outline.append(shape(glyph, size, pen[0], baseline), false);
            pen[0] += advance(glyph, size);
        });
        return outline;
    }

    private void glyphs(String text, IntConsumer use) {
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !isMark(point) || glyphs.getGlyphId(point) != 0)
                .map(glyphs::getGlyphId)
                .forEach(use);
    }

    /** Whether a code point only modifies its neighbor. */
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> true;
            case Character.MODIFIER_SYMBOL -> Character.charCount(point) > 1;
            default -> false;
        };
    }

    private double advance(int glyph, double size) {
        return glyph == 0 ? (BOX_WIDTH + 0.12) * size : (advance(glyph) / unitsPerEm + TRACKING) * size;
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape shape(int glyph, double size, double x, double baseline) {
        if (glyph == 0) {
            return box(size, x, baseline);
        }
        try {
            var scale = size / unitsPerEm;
            var place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
            return place.createTransformedShape(
                    font.getCFF().getFont().getType2CharString(glyph).getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shape box(double size, double x, double baseline) {
        var box = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        var line = 0.07 * size;
        var width = BOX_WIDTH * size;
        var height = BOX_HEIGHT * size;
        var left = x + 0.06 * size;
        box.append(new RoundRectangle2D.Double(left, baseline - height, width, height, 0.2 * size, 0.2 * size), false);
        box.append(
                reversed(new RoundRectangle2D.Double(
                        left + line,
                        baseline - height + line,
                        width - 2 * line,
                        height - 2 * line,
                        0.1 * size,
                        0.1 * size)),
                false);
        return box;
    }

    /** Reverses the winding of a shape, which makes it a hole. */
    private static Shape reversed(RoundRectangle2D shape) {
        var flip = new AffineTransform(-1, 0, 0, 1, 2 * shape.getCenterX(), 0);
        return flip.createTransformedShape(shape);
    }
}
