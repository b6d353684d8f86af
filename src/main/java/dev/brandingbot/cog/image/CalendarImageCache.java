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
 * Draws the year as a picture, with the images that are to be had within some seconds. The last picture is kept as long as nothing
 * in it changes. Safe for use by several threads: one draws at a time, as it takes a second and some memory.
 */
public final class CalendarImageCache {
    private static final Logger log = LoggerFactory.getLogger(CalendarImageCache.class);

    /** Of more, some would be forgotten again before the next picture is drawn. */
    private static final int MAX_IMAGES = 150;

    private final ThumbnailService thumbnails;
    private final Executor executor;

    /** Guarded by this. */
    private @Nullable Drawn last;

    /** @param executor lent; pictures are drawn there */
    public CalendarImageCache(ThumbnailService gallery, Executor executor) {
        this.thumbnails = gallery;
        this.executor = executor;
    }

    /** A picture and everything that is in it. */
    private record Drawn(
            List<EventSummary> entries,
            CalendarOverrides adjustments,
            LocalDate today,
            Set<ThumbnailKey> images,
            ImageFile picture) {
        boolean matches(EventCalendar<EventSummary> calendar, LocalDate day, Set<ThumbnailKey> available) {
            return entries.equals(calendar.events())
                    && adjustments.equals(calendar.overrides())
                    && today.equals(day)
                    && images.equals(available);
        }
    }

    /**
     * The picture of the year that {@code today} is in; nothing when it can't be drawn. Waits for Redis, and is completed within
     * some seconds.
     *
     * @param events tell which images the entries of the calendar have
     */
    public CompletableFuture<Optional<ImageFile>> get(
            EventCalendar<EventSummary> calendar, List<InspectedEvent> events, LocalDate today) {
        var shown = calendar.events().stream().map(EventSummary::path).collect(toSet());
        var looks =
                events.stream().filter(event -> shown.contains(event.path())).toList();
        return thumbnails
                .thumbnails(images(looks))
                .thenApplyAsync(pictures -> Optional.of(drawAndCache(calendar, looks, today, pictures)), executor)
                .exceptionally(CalendarImageCache::none);
    }

    /** Icons before banners, which give but the colour: where downloads are few, it does without. */
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
            List<InspectedEvent> looks,
            LocalDate today,
            Map<ThumbnailKey, ImageFile> pictures) {
        var kept = last;
        if (kept != null && kept.matches(calendar, today, pictures.keySet())) {
            return kept.picture();
        }
        var picture = draw(calendar, looks, today, pictures);
        last = new Drawn(calendar.events(), calendar.overrides(), today, Set.copyOf(pictures.keySet()), picture);
        return picture;
    }

    private static ImageFile draw(
            EventCalendar<EventSummary> calendar,
            List<InspectedEvent> looks,
            LocalDate today,
            Map<ThumbnailKey, ImageFile> pictures) {
        var byPath = looks.stream().collect(toMap(InspectedEvent::path, identity()));
        var png = YearImage.png(
                YearSchedule.of(calendar, today.getYear()),
                (event, kind) -> Optional.ofNullable(byPath.get(event.path()))
                        .flatMap(look -> image(look, kind))
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
