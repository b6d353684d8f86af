package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.FetchedImage;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import java.util.Optional;

/**
 * The cover images of scheduled events: an event's first usable banner, without animation.
 *
 * @param repository the repository with the banners
 */
public record CoverImages(BrandingRepository repository) {
    /** Fetches the cover of an event; empty if it has no usable banner. */
    Optional<AssetImage> fetch(BrandingEvent event) throws RepositoryUnavailableException {
        for (var banner : event.banners()) {
            var check = repository.fetchImage(banner.still().orElse(banner));
            if (check instanceof FetchedImage.Usable usable) {
                var image = usable.image();
                var still = image.isAnimated() ? image.firstFrame() : Optional.of(image);
                if (still.isPresent()) {
                    return still;
                }
            }
        }
        return Optional.empty();
    }
}
