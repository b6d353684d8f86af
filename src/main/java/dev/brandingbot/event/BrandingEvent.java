package dev.brandingbot.event;

import java.util.List;

/**
 * A valid event of the branding repository, with a description, a banner and an icon.
 *
 * @param path the path of its folder, like {@code events/pride}: its identity
 * @param meta the metadata from its {@code meta.md}
 * @param metaSha the Git SHA of its {@code meta.md}
 * @param banners its banners, at least one, by path
 * @param icons its icons, at least one, by path
 */
public record BrandingEvent(String path, EventMetadata meta, String metaSha, List<Asset> banners, List<Asset> icons)
        implements DescribedItem {
    public BrandingEvent {
        banners = List.copyOf(banners);
        icons = List.copyOf(icons);
    }

    /** Returns the assets of one kind. */
    public List<Asset> assets(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banners;
            case ICON -> icons;
        };
    }
}
