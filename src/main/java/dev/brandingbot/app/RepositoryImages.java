package dev.brandingbot.app;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.Dated;
import dev.brandingbot.event.Event;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.ImageCheck;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.schedule.picture.EventImages;
import java.util.List;
import java.util.Optional;

/** The images of a branding repository. After one can't be fetched, no other is tried. */
final class RepositoryImages implements EventImages {
    private final BrandingRepository repository;
    private final Calendar<Event> calendar;
    private Optional<String> trouble = Optional.empty();

    RepositoryImages(BrandingRepository repository, Calendar<Event> calendar) {
        this.repository = repository;
        this.calendar = calendar;
    }

    /** Returns why images are missing; empty if none is. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public Optional<byte[]> bytes(Dated event, AssetKind kind) {
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
        if (trouble.isPresent()) {
            return Optional.empty();
        }
        try {
            return repository.image(asset) instanceof ImageCheck.Usable usable
                    ? Optional.of(usable.image().bytes())
                    : Optional.empty();
        } catch (RepositoryUnavailableException unavailable) {
            trouble = Optional.of(unavailable.reason());
            return Optional.empty();
        }
    }
}
