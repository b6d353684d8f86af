package dev.brandingbot.cog.scheduledevent;

import dev.brandingbot.event.Event;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Image;
import dev.brandingbot.repository.ImageCheck;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import java.util.Optional;

/**
 * The covers of scheduled events: an event's first banner that can be used, and that stands still.
 *
 * @param repository has the banners
 */
public record EventCovers(BrandingRepository repository) {
    /** Fetches a cover; nothing where the event has none that can be used. */
    Optional<Image> of(Event event) throws RepositoryUnavailableException {
        for (var banner : event.banners()) {
            var check = repository.image(banner.still().orElse(banner));
            if (check instanceof ImageCheck.Usable usable) {
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
