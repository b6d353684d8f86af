package dev.brandingbot.cog.image;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.schedule.YearSchedule;
import dev.brandingbot.schedule.picture.YearImage;
import dev.brandingbot.thumbnail.ThumbnailKey;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the year as an image, with the events' images that are available within some seconds. Caches the last image until
 * something in it changes. Thread-safe: one thread draws at a time, because it takes a second and much memory.
 */
public final class CalendarImageCache {
    private static final Logger log = LoggerFactory.getLogger(CalendarImageCache.class);

    /** The maximum number of images, so that none is evicted before the next drawing. */
    private static final int MAX_IMAGES = 150;

    private final ThumbnailService thumbnails;
    private final Executor executor;

    /** Guarded by this. */
    private @Nullable Drawn last;

    /** @param executor draws the images; not closed here */
    public CalendarImageCache(ThumbnailService thumbnails, Executor executor) {
        this.thumbnails = thumbnails;
        this.executor = executor;
    }

    /** An image and everything that it shows. */
    private record Drawn(
            List<EventSummary> entries,
            CalendarOverrides overrides,
            LocalDate today,
            Set<ThumbnailKey> images,
            ImageFile picture) {
        boolean matches(EventCalendar<EventSummary> calendar, LocalDate day, Set<ThumbnailKey> available) {
            return entries.equals(calendar.events())
                    && overrides.equals(calendar.overrides())
                    && today.equals(day)
                    && images.equals(available);
        }
    }

    /**
     * Returns the image of the year of {@code today}; empty if it can't be drawn. Blocks on Redis; the result is completed within
     * some seconds.
     *
     * @param events the events with the images of the calendar's entries
     */
    public CompletableFuture<Optional<ImageFile>> get(
            EventCalendar<EventSummary> calendar, List<InspectedEvent> events, LocalDate today) {
        var shown = calendar.events().stream().map(EventSummary::path).collect(toSet());
        var shownEvents =
                events.stream().filter(event -> shown.contains(event.path())).toList();
        return thumbnails
                .thumbnails(images(shownEvents))
                .thenApplyAsync(pictures -> Optional.of(drawAndCache(calendar, shownEvents, today, pictures)), executor)
                .exceptionally(CalendarImageCache::none);
    }

    /** Icons come before banners, of which only the color is used, because downloads may be limited. */
    private static List<ThumbnailKey> images(List<InspectedEvent> events) {
        return Stream.of(AssetKind.ICON, AssetKind.BANNER)
                .flatMap(kind -> events.stream().flatMap(event -> image(event, kind).stream()))
                .limit(MAX_IMAGES)
                .toList();
    }

    private static Optional<ThumbnailKey> image(InspectedEvent event, AssetKind kind) {
        return event.assets(kind).stream().findFirst().map(asset -> new ThumbnailKey(kind, asset));
    }

    private synchronized ImageFile drawAndCache(
            EventCalendar<EventSummary> calendar,
            List<InspectedEvent> shownEvents,
            LocalDate today,
            Map<ThumbnailKey, ImageFile> pictures) {
        var kept = last;
        if (kept != null && kept.matches(calendar, today, pictures.keySet())) {
            return kept.picture();
        }
        var picture = draw(calendar, shownEvents, today, pictures);
        last = new Drawn(calendar.events(), calendar.overrides(), today, Set.copyOf(pictures.keySet()), picture);
        return picture;
    }

    private static ImageFile draw(
            EventCalendar<EventSummary> calendar,
            List<InspectedEvent> shownEvents,
            LocalDate today,
            Map<ThumbnailKey, ImageFile> pictures) {
        var byPath = shownEvents.stream().collect(toMap(InspectedEvent::path, identity()));
        var png = YearImage.png(
                YearSchedule.of(calendar, today.getYear()),
                (event, kind) -> Optional.ofNullable(byPath.get(event.path()))
                        .flatMap(lastCheck -> image(lastCheck, kind))
                        .map(pictures::get)
                        .map(ImageFile::bytes),
                today);
        return new ImageFile(ImageType.PNG, png);
    }

    private static Optional<ImageFile> none(Throwable failure) {
        log.warn("The year could not be drawn; the calendar is shown without a picture.", failure);
        return Optional.empty();
    }
}
