package dev.brandingbot.app;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.FetchedImage;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.schedule.picture.EventImageSource;
import java.util.List;
import java.util.Optional;

/** The images of a branding repository. After a fetch fails, no other image is fetched. Not thread-safe. */
final class RepositoryImageSource implements EventImageSource {
    private final BrandingRepository repository;
    private final EventCalendar<BrandingEvent> calendar;
    private Optional<String> problem = Optional.empty();

    RepositoryImageSource(BrandingRepository repository, EventCalendar<BrandingEvent> calendar) {
        this.repository = repository;
        this.calendar = calendar;
    }

    /** Returns why images are missing; empty if no fetch failed. */
    Optional<String> problem() {
        return problem;
    }

    @Override
    public Optional<byte[]> bytes(CalendarItem event, AssetKind kind) {
        var assets =
                calendar.event(event.path()).map(found -> found.assets(kind)).orElse(List.of());
        for (var asset : assets) {
            var bytes = bytes(asset);
            if (bytes.isPresent()) {
                return bytes;
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> bytes(Asset asset) {
        if (problem.isPresent()) {
            return Optional.empty();
        }
        try {
            return repository.fetchImage(asset) instanceof FetchedImage.Usable usable
                    ? Optional.of(usable.image().bytes())
                    : Optional.empty();
        } catch (RepositoryUnavailableException unavailable) {
            problem = Optional.of(unavailable.reason());
            return Optional.empty();
        }
    }
}
