package dev.brandingbot.state;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.DescribedItem;
import dev.brandingbot.event.EventMetadata;

/**
 * The active event, as the last fetch found it.
 *
 * @param path the path of its folder
 * @param meta the metadata from its {@code meta.md}
 * @param metaSha the Git SHA of its {@code meta.md}
 */
public record ActiveEvent(String path, EventMetadata meta, String metaSha) implements DescribedItem {
    /** Returns what is recorded of {@code event} while it is active. */
    public static ActiveEvent of(BrandingEvent event) {
        return new ActiveEvent(event.path(), event.meta(), event.metaSha());
    }
}
