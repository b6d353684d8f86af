package dev.brandingbot.repository.validation;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.DescribedItem;
import dev.brandingbot.event.EventMetadata;
import java.util.List;

/**
 * The content of an event's folder, valid or not.
 *
 * @param path the path of the folder
 * @param isValid whether the event can be used
 * @param isFallback whether the event is a fallback
 * @param meta the metadata, as far as it could be read
 * @param banners its banners, by path
 * @param icons its icons, by path
 */
public record InspectedEvent(
        String path, boolean isValid, boolean isFallback, EventMetadata meta, List<Asset> banners, List<Asset> icons)
        implements DescribedItem {
    public InspectedEvent {
        banners = List.copyOf(banners);
        icons = List.copyOf(icons);
    }

    /** Returns the inspected form of a valid event. */
    public static InspectedEvent of(BrandingEvent event) {
        return new InspectedEvent(event.path(), true, event.isFallback(), event.meta(), event.banners(), event.icons());
    }

    /** Returns this event as an invalid one. */
    public InspectedEvent asInvalid() {
        return new InspectedEvent(path, false, isFallback, meta, banners, icons);
    }

    /** Returns the assets of one kind. */
    public List<Asset> assets(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banners;
            case ICON -> icons;
        };
    }
}
