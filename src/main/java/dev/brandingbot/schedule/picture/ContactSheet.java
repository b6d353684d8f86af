package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.image.ImageEncoder;
import dev.brandingbot.image.ImageFile;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Draws all assets of an event on one page: icons and banners as Discord shows them, with their names and problems. The
 * page is a dark card, {@value #WIDTH} pixels wide, with transparent corners, which suits both of Discord's themes.
 */
public final class ContactSheet {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 40;
    private static final int GAP = 24;
    private static final int CORNER = 28;

    private static final double HEADER = 34;
    private static final double NAME = 23;
    private static final int LINE = 32;
    private static final int CAPTION = 2 * LINE + GAP;

    /** The same background as that of the year's picture. */
    private static final Color BACKGROUND = new Color(0x1b1d23);

    private static final Color EMPTY = new Color(0x2b2e37);
    private static final Color TEXT = new Color(0xf4f5f7);
    private static final Color SECONDARY_TEXT = new Color(0xaab0bc);
    private static final Color WARNING = new Color(0xff8a80);
    private static final float FADED = 0.3f;

    private static final String BADGE = "GIF";
    private static final int BADGE_HEIGHT = 32;
    private static final Color BADGE_GROUND = new Color(0, 0, 0, 190);

    private final OutlineFont names = OutlineFont.semiBold();
    private final OutlineFont texts = OutlineFont.regular();
    private final List<Section> sections;

    private ContactSheet(List<Section> sections) {
        this.sections = sections;
    }

    /**
     * An asset on the sheet.
     *
     * @param name the file name
     * @param picture the thumbnail, if available
     * @param problem a short reason why it cannot be used
     * @param motion whether it is animated
     */
    public record Item(String name, Optional<ImageFile> picture, Optional<String> problem, Motion motion) {
        private String note() {
            return problem.orElse(motion.note);
        }
    }

    /** How Discord shows the frames of an asset. */
    public enum Motion {
        /** It is a still image. */
        NONE(""),
        /** Discord shows all frames. */
        ANIMATED("some of its frames"),
        /** Discord shows only the first frame. */
        FIRST_FRAME("first frame used");

        private final String note;

        Motion(String note) {
            this.note = note;
        }
    }

    /**
     * Draws a sheet as a PNG.
     *
     * @param icons the icons, of which the first 30 are drawn
     * @param banners the banners, of which the first 12 are drawn
     */
    public static byte[] png(List<Item> icons, List<Item> banners) {
        var sections = List.of(Section.of(AssetKind.ICON, icons), Section.of(AssetKind.BANNER, banners));
        return ImageEncoder.png(new ContactSheet(sections).draw());
    }

    private BufferedImage draw() {
        var height = MARGIN + sections.stream().mapToInt(Section::height).sum() + MARGIN - GAP;
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = smooth(image.createGraphics());
        fill(graphics, BACKGROUND, new RoundRectangle2D.Double(0, 0, WIDTH, height, 2 * CORNER, 2 * CORNER));
        var top = MARGIN;
        for (var section : sections) {
            draw(graphics, section, top);
            top += section.height();
        }
        graphics.dispose();
        return image;
    }

    private void draw(Graphics2D graphics, Section section, int top) {
        fill(graphics, TEXT, names.outline(section.header(), HEADER, MARGIN, top + HEADER * 0.8));
        for (var i = 0; i < section.items().size(); i++) {
            var x = MARGIN + i % section.columns() * (section.width() + GAP);
            var y = top + Section.HEAD + i / section.columns() * (section.shapeHeight() + CAPTION);
            draw(graphics, section, section.items().get(i), x, y);
        }
    }

    private void draw(Graphics2D graphics, Section section, Item item, int x, int y) {
        var width = section.width();
        var height = section.shapeHeight();
        var shape = new RoundRectangle2D.Double(x, y, width, height, section.rounding(), section.rounding());
        var image = item.picture().flatMap(picture -> ImageDecoder.read(picture.bytes(), 2 * width, 2 * height));
        image.ifPresentOrElse(
                it -> drawCropped(graphics, it, shape, item.problem().isPresent()), () -> fill(graphics, EMPTY, shape));
        item.problem().ifPresent(problem -> cross(graphics, shape));
        if (item.motion() != Motion.NONE) {
            badge(graphics, shape);
        }
        var below = y + height + LINE - 4;
        fill(graphics, TEXT, names.outline(names.truncate(item.name(), NAME, width), NAME, x, below));
        var note = image.isPresent() || item.problem().isPresent() ? item.note() : "not loaded";
        var color = item.problem().isPresent() ? WARNING : SECONDARY_TEXT;
        fill(graphics, color, texts.outline(texts.truncate(note, NAME, width), NAME, x, below + LINE - 2));
    }

    /** Fills the shape as Discord does, with the middle of the image. */
    private static void drawCropped(Graphics2D graphics, BufferedImage image, RoundRectangle2D shape, boolean isFaded) {
        var layer = (Graphics2D) graphics.create();
        layer.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, isFaded ? FADED : 1));
        // A Does not use a clip, whose corners would be jagged.
        layer.setPaint(new TexturePaint(cropped(image, shape), shape.getBounds2D()));
        layer.fill(shape);
        layer.dispose();
    }

    private static BufferedImage cropped(BufferedImage image, RoundRectangle2D shape) {
        var scale = Math.max(shape.getWidth() / image.getWidth(), shape.getHeight() / image.getHeight());
        var width = (int) Math.round(image.getWidth() * scale);
        var height = (int) Math.round(image.getHeight() * scale);
        var cropped = new BufferedImage((int) shape.getWidth(), (int) shape.getHeight(), BufferedImage.TYPE_INT_ARGB);
        var graphics = smooth(cropped.createGraphics());
        graphics.drawImage(
                image, (cropped.getWidth() - width) / 2, (cropped.getHeight() - height) / 2, width, height, null);
        graphics.dispose();
        return cropped;
    }

    /** Draws the badge at the middle of the lower edge, away from an icon's round corners. */
    private void badge(Graphics2D graphics, RoundRectangle2D shape) {
        var text = names.width(BADGE, NAME);
        var width = text + BADGE_HEIGHT;
        var x = shape.getCenterX() - width / 2;
        var y = shape.getMaxY() - BADGE_HEIGHT - CORNER / 4.0;
        fill(
                graphics,
                BADGE_GROUND,
                new RoundRectangle2D.Double(x, y, width, BADGE_HEIGHT, BADGE_HEIGHT, BADGE_HEIGHT));
        fill(graphics, TEXT, names.outline(BADGE, NAME, x + (width - text) / 2, y + BADGE_HEIGHT - 8));
    }

    private static void cross(Graphics2D graphics, RoundRectangle2D shape) {
        var x = (int) shape.getCenterX();
        var y = (int) shape.getCenterY();
        var arm = (int) shape.getHeight() / 6;
        graphics.setColor(WARNING);
        graphics.setStroke(new BasicStroke(arm / 2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawLine(x - arm, y - arm, x + arm, y + arm);
        graphics.drawLine(x - arm, y + arm, x + arm, y - arm);
    }

    private static void fill(Graphics2D graphics, Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    private static Graphics2D smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    /**
     * The assets of one kind.
     *
     * @param header the heading
     * @param columns the number of columns
     * @param ratio the aspect ratio of each asset
     * @param items the assets to draw
     */
    private record Section(String header, int columns, double ratio, List<Item> items) {
        private static final int HEAD = 64;
        private static final int ICONS_BESIDE = 5;
        private static final int BANNERS_BESIDE = 3;
        private static final int ROWS_OF_ICONS = 6;
        private static final int ROWS_OF_BANNERS = 4;

        static Section of(AssetKind kind, List<Item> items) {
            return kind == AssetKind.ICON
                    ? of("Icons", ICONS_BESIDE, 1, items, ICONS_BESIDE * ROWS_OF_ICONS)
                    : of("Banners", BANNERS_BESIDE, 16 / 9.0, items, BANNERS_BESIDE * ROWS_OF_BANNERS);
        }

        private static Section of(String word, int columns, double ratio, List<Item> items, int most) {
            var drawn = items.subList(0, Math.min(items.size(), most));
            var left = items.size() - drawn.size();
            var header = "%s: %s".formatted(word, items.size()) + (left > 0 ? ", the first " + most : "");
            return new Section(header, columns, ratio, drawn);
        }

        int width() {
            return (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns;
        }

        int shapeHeight() {
            return (int) Math.round(width() / ratio);
        }

        double rounding() {
            return columns == ICONS_BESIDE ? width() * 0.44 : 24;
        }

        int height() {
            var rows = (items.size() + columns - 1) / columns;
            return HEAD + rows * (shapeHeight() + CAPTION);
        }
    }
}
