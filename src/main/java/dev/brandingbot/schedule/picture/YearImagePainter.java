package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.schedule.picture.YearImageLayout.Item;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Draws a year that is laid out on a canvas. */
final class YearImagePainter {
    /** Darker than Discord's dark theme, so that the picture is a card of its own on both themes. */
    static final Color GROUND = new Color(0x1b1d23);

    private static final Color STRIPE = new Color(0x20232a);
    private static final Color EMPTY = new Color(0x2b2e37);
    private static final Color TEXT = new Color(0xf4f5f7);
    private static final Color QUIET_TEXT = new Color(0xaab0bc);
    private static final double CORNER = 28;
    private static final double YEAR_SIZE = 80;
    private static final double MONTH_SIZE = 32;
    private static final double MARKER_SIZE = 26;
    private static final double NOTE_SIZE = 26;
    private static final double LEGEND_ICON = 76;

    /** The height of capitals, as part of a font's size. */
    private static final double CAPITALS = 0.727;

    /** The fallback is the ground on which the others stand out. */
    private static final double FALLBACK_SHARE = 0.34;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

    private final PictureCanvas canvas;
    private final YearImageLayout layout;
    private final Map<String, EventStyle> styles;
    private final OutlineFont names;
    private final OutlineFont texts;

    /** @param styles by the events' paths */
    YearImagePainter(
            PictureCanvas canvas,
            YearImageLayout layout,
            Map<String, EventStyle> styles,
            OutlineFont names,
            OutlineFont texts) {
        this.canvas = canvas;
        this.layout = layout;
        this.styles = styles;
        this.names = names;
        this.texts = texts;
    }

    void paint() {
        paintGround();
        paintHeader();
        paintMonths();
        paintRibbon();
        paintToday();
        layout.items().forEach(item -> canvas.group(title(item), () -> paintItem(item)));
        paintNote();
    }

    private void paintGround() {
        fill(GROUND, new RoundRectangle2D.Double(0, 0, YearImageLayout.WIDTH, layout.height(), 2 * CORNER, 2 * CORNER));
    }

    private void paintHeader() {
        var baseline = YearImageLayout.MARGIN + YEAR_SIZE * CAPITALS + 6;
        var year = Integer.toString(layout.plan().year());
        canvas.text(TEXT, names, year, YEAR_SIZE, YearImageLayout.MARGIN - 4, baseline);
        layout.plan().runs().stream()
                .filter(run -> !run.isDated())
                .flatMap(run -> run.event().stream())
                .findFirst()
                .ifPresent(this::paintLegend);
    }

    private void paintLegend(CalendarItem fallback) {
        var name = names.truncate(fallback.title(), 36, 560);
        var words = layout.items().isEmpty() ? "all year" : "on all other days";
        var width = Math.max(names.width(name, 36), texts.width(words, 27));
        var x = YearImageLayout.WIDTH - YearImageLayout.MARGIN - width;
        var top = YearImageLayout.MARGIN - 4;
        paintIcon(fallback, new Rectangle2D.Double(x - 14 - LEGEND_ICON, top, LEGEND_ICON, LEGEND_ICON));
        canvas.text(TEXT, names, name, 36, x, top + 31);
        canvas.text(QUIET_TEXT, texts, words, 27, x, top + 67);
    }

    private void paintMonths() {
        for (var month : Month.values()) {
            var days = layout.inRibbon(month);
            if (month.getValue() % 2 == 1) {
                var bottom = layout.height() - YearImageLayout.MARGIN / 2;
                fill(
                        STRIPE,
                        new RoundRectangle2D.Double(
                                days.getX(), layout.monthsTop(), days.getWidth(), bottom - layout.monthsTop(), 16, 16));
            }
            canvas.text(QUIET_TEXT, names, label(month), MONTH_SIZE, labelX(month), labelBaseline(month));
        }
    }

    private static String label(Month month) {
        return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private double labelX(Month month) {
        return layout.inRibbon(month).getCenterX() - names.width(label(month), MONTH_SIZE) / 2;
    }

    private double labelBaseline(Month month) {
        return layout.inRibbon(month).getY() - 15;
    }

    private Rectangle2D labelBounds(Month month) {
        return names.outline(label(month), MONTH_SIZE, labelX(month), labelBaseline(month))
                .getBounds2D();
    }

    private void paintRibbon() {
        fill(EMPTY, layout.ribbon());
        for (var run : layout.plan().runs()) {
            run.event().ifPresent(event -> fill(ribbonColor(event), layout.inRibbon(run.days())));
        }
    }

    private Color ribbonColor(CalendarItem event) {
        var color = style(event).color();
        return event.isFallback() ? EventColors.mixed(color, GROUND, FALLBACK_SHARE) : color;
    }

    private void paintToday() {
        if (layout.today().isEmpty()) {
            return;
        }
        var x = layout.todayX().orElseThrow();
        var words = "Today, " + DAY.format(layout.today().get());
        var width = names.width(words, MARKER_SIZE) + 32;
        var height = YearImageLayout.MARKER - 4;
        var top = layout.monthsTop() - height - 2;
        var left = Math.max(
                YearImageLayout.MARGIN,
                Math.min(x - width / 2, YearImageLayout.WIDTH - YearImageLayout.MARGIN - width));
        fill(TEXT, todayLine(x, top));
        fill(TEXT, new RoundRectangle2D.Double(left, top, width, height, height, height));
        canvas.text(GROUND, names, words, MARKER_SIZE, left + 16, top + (height + MARKER_SIZE * CAPITALS) / 2);
    }

    /** It leaves out what it would run through. */
    private Shape todayLine(double x, double top) {
        var bottom = layout.height() - YearImageLayout.MARGIN / 2;
        var line = new Area(new Rectangle2D.Double(x - 2, top, 4, bottom - top));
        // Up to the marker, else a stump would be left.
        var names = Arrays.stream(Month.values())
                .map(this::labelBounds)
                .map(name -> new Rectangle2D.Double(
                        name.getX(), layout.monthsTop() - 4, name.getWidth(), name.getMaxY() - layout.monthsTop() + 4));
        Stream.concat(names, layout.items().stream().map(Item::label))
                .filter(text -> text.getX() - 8 < x + 2 && x - 2 < text.getMaxX() + 8)
                .map(text -> new Rectangle2D.Double(x - 2, text.getY() - 6, 4, text.getHeight() + 12))
                .forEach(text -> line.subtract(new Area(text)));
        return line;
    }

    private static String title(Item item) {
        return "%s: %s".formatted(item.event().title(), item.dates());
    }

    private void paintItem(Item item) {
        var size = layout.size();
        paintBars(item);
        var label = item.label();
        var iconX = item.isMirrored() ? label.getMaxX() - size.icon() : label.getX();
        paintIcon(item.event(), new Rectangle2D.Double(iconX, label.getY(), size.icon(), size.icon()));
        var middle = label.getCenterY();
        paintText(item, names, item.name(), size.nameText(), TEXT, middle - size.icon() * 0.06);
        paintText(item, texts, item.dates(), size.datesText(), QUIET_TEXT, middle + size.icon() * 0.42);
    }

    private void paintText(Item item, OutlineFont font, String text, double size, Color color, double baseline) {
        var besideIcon = layout.size().icon() + layout.size().gap();
        var x = item.isMirrored()
                ? item.label().getMaxX() - besideIcon - font.width(text, size)
                : item.label().getX() + besideIcon;
        canvas.text(color, font, text, size, x, baseline);
    }

    private void paintBars(Item item) {
        var color = style(item.event()).color();
        var first = item.bars().get(0);
        var last = item.bars().get(item.bars().size() - 1);
        if (item.bars().size() > 1) {
            canvas.line(
                    EventColors.mixed(color, GROUND, 0.5),
                    new Line2D.Double(first.getX(), first.getCenterY(), last.getMaxX(), last.getCenterY()));
        }
        for (var bar : item.bars()) {
            var round = bar.getHeight();
            fill(color, new RoundRectangle2D.Double(bar.getX(), bar.getY(), bar.getWidth(), round, round, round));
        }
    }

    private void paintIcon(CalendarItem event, Rectangle2D place) {
        var style = style(event);
        if (style.icon().isPresent()) {
            canvas.image(style.icon().get(), place);
        } else {
            paintInitial(event, place);
        }
    }

    private void paintInitial(CalendarItem event, Rectangle2D place) {
        var side = place.getWidth();
        var round = 2 * EventStyle.ROUNDING * side;
        fill(style(event).color(), new RoundRectangle2D.Double(place.getX(), place.getY(), side, side, round, round));
        var initial = Character.toString(event.title().codePointAt(0));
        var x = place.getCenterX() - names.width(initial, side * 0.6) / 2;
        canvas.text(GROUND, names, initial, side * 0.6, x, place.getCenterY() + side * 0.6 * CAPITALS / 2);
    }

    private void paintNote() {
        if (layout.left() > 0) {
            var words = "and %s more".formatted(layout.left());
            fill(
                    QUIET_TEXT,
                    texts.outline(words, NOTE_SIZE, YearImageLayout.MARGIN, layout.height() - YearImageLayout.MARGIN));
        }
    }

    private EventStyle style(CalendarItem event) {
        return styles.getOrDefault(event.path(), EventStyle.withoutImages(event));
    }

    private void fill(Color color, Shape shape) {
        canvas.fill(color, shape);
    }
}
