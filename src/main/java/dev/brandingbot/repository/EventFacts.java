package dev.brandingbot.repository;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventMeta;
import java.util.List;

/**
 * What the folder of an event tells, be the event broken.
 *
 * @param path the path of the folder
 * @param isValid whether it makes an event that can be shown
 * @param isFallback whether it says that it is on when nothing else is
 * @param meta what it says of itself, as far as that can be read
 * @param banners its banners, by path
 * @param icons its icons, by path
 */
public record EventFacts(
        String path, boolean isValid, boolean isFallback, EventMeta meta, List<Asset> banners, List<Asset> icons) {
    public EventFacts {
        banners = List.copyOf(banners);
        icons = List.copyOf(icons);
    }

    /** The assets of one kind. */
    public List<Asset> assets(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banners;
            case ICON -> icons;
        };
    }
}
