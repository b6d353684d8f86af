package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.image.ImageEncoder;
import dev.brandingbot.schedule.YearSchedule;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The year as a picture: months across, a bar for each event in the color of its banner, with its icon and its
 * name, and today marked when it is in the year. It is 1,400 pixels wide, a dark card with transparent corners, and as high as
 * its events need; of more than 120 it shows the first. Whatever is wrong with an image, the picture goes without it.
 *
 * <p>Takes some 40 MB of memory at most, and a second. No display and no font of the machine is used; set
 * {@code java.awt.headless=true}.
 */
public final class YearImage {
    private final OutlineFont names = OutlineFont.semiBold();
    private final OutlineFont texts = OutlineFont.regular();
    private final YearImageLayout layout;
    private final Map<String, EventStyle> styles = new HashMap<>();

    private YearImage(YearSchedule<?> plan, EventImageSource images, LocalDate today) {
        layout = YearImageLayout.of(plan, today, names, texts);
        // Twice what is drawn, for screens with small pixels.
        var side = (int) Math.round(2 * layout.size().icon());
        events().forEach(event -> styles.computeIfAbsent(event.path(), path -> EventStyle.of(event, images, side)));
    }

    private Stream<CalendarItem> events() {
        Stream<CalendarItem> fallback = layout.plan().runs().stream()
                .flatMap(run -> run.event().stream())
                .filter(CalendarItem::isFallback)
                .map(event -> (CalendarItem) event)
                .limit(1);
        return Stream.concat(fallback, layout.items().stream().map(YearImageLayout.Item::event));
    }

    /** Draws a plan as a PNG. */
    public static byte[] png(YearSchedule<?> plan, EventImageSource images, LocalDate today) {
        return new YearImage(plan, images, today).png();
    }

    /** Draws a plan as an SVG file in UTF-8, with its text as text and its icons inside. */
    public static byte[] svg(YearSchedule<?> plan, EventImageSource images, LocalDate today) {
        return new YearImage(plan, images, today).svg();
    }

    private byte[] png() {
        var image = new BufferedImage((int) YearImageLayout.WIDTH, height(), BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paint(new RasterCanvas(graphics));
        graphics.dispose();
        return ImageEncoder.png(image);
    }

    private byte[] svg() {
        return SvgCanvas.write(
                "Branding calendar " + layout.plan().year(), (int) YearImageLayout.WIDTH, height(), this::paint);
    }

    private int height() {
        return (int) Math.ceil(layout.height());
    }

    private void paint(PictureCanvas canvas) {
        new YearImagePainter(canvas, layout, styles, names, texts).paint();
    }
}
