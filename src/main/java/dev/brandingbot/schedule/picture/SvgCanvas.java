package dev.brandingbot.schedule.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brandingbot.image.ImageEncoder;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an SVG file. Text stays text, so that it can be searched, selected and read aloud: in Inter where that is installed, otherwise
 * in the viewer's sans-serif font, stretched to the width that it has in Inter. Images are inside the file.
 */
final class SvgCanvas implements PictureCanvas {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FONTS = "Inter, sans-serif";
    private static final int RGB = 0xffffff;
    private static final int DECIMALS = 2;

    private final XMLStreamWriter xml;

    private SvgCanvas(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a picture to a file.
     *
     * @param title what the picture shows
     * @param width the width in pixels
     * @param height the height in pixels
     * @param picture draws the picture
     * @return the file, in UTF-8
     */
    static byte[] write(String title, int width, int height, Consumer<PictureCanvas> picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            var canvas = new SvgCanvas(xml);
            canvas.open(
                    "svg",
                    "xmlns",
                    SVG,
                    "width",
                    Integer.toString(width),
                    "height",
                    Integer.toString(height),
                    "viewBox",
                    "0 0 %s %s".formatted(width, height),
                    "role",
                    "img",
                    "font-family",
                    FONTS);
            canvas.title(title);
            picture.accept(canvas);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The SVG file could not be written.", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void fill(Color color, Shape shape) {
        element(() -> empty("path", "fill", hex(color), "d", path(shape)));
    }

    @Override
    public void line(Color color, Line2D line) {
        element(() -> empty("path", "stroke", hex(color), "stroke-width", "2", "d", path(line)));
    }

    @Override
    public void text(Color color, OutlineFont font, String text, double size, double x, double baseline) {
        element(() -> {
            open(
                    "text",
                    "fill",
                    hex(color),
                    "font-size",
                    number(size),
                    "font-weight",
                    Integer.toString(font.weight()),
                    "x",
                    number(x),
                    "y",
                    number(baseline),
                    "textLength",
                    number(font.width(text, size)),
                    "lengthAdjust",
                    "spacingAndGlyphs");
            xml.writeCharacters(valid(text));
            xml.writeEndElement();
        });
    }

    @Override
    public void image(BufferedImage image, Rectangle2D place) {
        element(() -> empty(
                "image",
                "x",
                number(place.getX()),
                "y",
                number(place.getY()),
                "width",
                number(place.getWidth()),
                "height",
                number(place.getHeight()),
                "href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(ImageEncoder.png(image))));
    }

    @Override
    public void group(String title, Runnable content) {
        element(() -> {
            open("g");
            title(title);
            content.run();
            xml.writeEndElement();
        });
    }

    private void title(String title) throws XMLStreamException {
        open("title");
        xml.writeCharacters(valid(title));
        xml.writeEndElement();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (var i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private static String path(Shape shape) {
        var path = new StringBuilder();
        var points = new double[6];
        for (var segments = shape.getPathIterator(null); !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', points, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', points, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char command, double[] points, int count) {
        path.append(command);
        for (var i = 0; i < count; i++) {
            path.append(i == 0 ? "" : " ").append(number(points[i]));
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & RGB);
    }

    /** XML has no control characters, not even as references. */
    private static String valid(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || c == 0xfffe
                                || c == 0xffff
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void element(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The SVG file could not be written.", e);
        }
    }

    /** Writes a part of the file. */
    private interface Writing {
        void write() throws XMLStreamException;
    }
}
