package dev.brandingbot.sync.guild;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Optional;

/**
 * An applied asset.
 *
 * @param kind banner or icon
 * @param asset the asset
 * @param image the image, if it was just applied
 */
public record AnnouncedAsset(AssetKind kind, Asset asset, Optional<AssetImage> image) {}
