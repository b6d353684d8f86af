package dev.brandingbot.sync.guild;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Optional;

/**
 * An asset that is on.
 *
 * @param kind as what
 * @param asset which one
 * @param image its content, when it was put on just now
 */
public record AnnouncedAsset(AssetKind kind, Asset asset, Optional<AssetImage> image) {}
