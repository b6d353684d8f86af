package dev.brandingbot.state;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.DescribedItem;
import dev.brandingbot.event.EventMetadata;

/**
 * The event whose assets are on, as it was at the last look at the repository.
 *
 * @param path the path of its folder
 * @param meta what it says of itself
 * @param metaSha the git SHA of its {@code meta.md}
 */
public record ActiveEvent(String path, EventMetadata meta, String metaSha) implements DescribedItem {
    /** What is to be remembered of {@code event} while it is on. */
    public static ActiveEvent of(BrandingEvent event) {
        return new ActiveEvent(event.path(), event.meta(), event.metaSha());
    }
}
