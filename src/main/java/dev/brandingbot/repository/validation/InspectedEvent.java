package dev.brandingbot.repository.validation;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.DescribedItem;
import dev.brandingbot.event.EventMetadata;
import java.util.List;

/**
 * What the folder of an event tells, even if the event is invalid.
 *
 * @param path the path of the folder
 * @param isValid whether it makes an event that can be shown
 * @param isFallback whether it says that it is active when nothing else is
 * @param meta what it says of itself, as far as that can be read
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

    /** The facts of an event that can be shown. */
    public static InspectedEvent of(BrandingEvent event) {
        return new InspectedEvent(event.path(), true, event.isFallback(), event.meta(), event.banners(), event.icons());
    }

    /** These facts of an event that can't be shown. */
    public InspectedEvent asInvalid() {
        return new InspectedEvent(path, false, isFallback, meta, banners, icons);
    }

    /** The assets of one kind. */
    public List<Asset> assets(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banners;
            case ICON -> icons;
        };
    }
}
