package dev.brandingbot.sync.asset;

import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.AssetVariant;

/**
 * The image of an asset in the variant that the guild can show.
 *
 * @param image its content, under the asset's own name
 * @param variant the variant of the asset that the image is
 */
record LoadedAsset(AssetImage image, AssetVariant variant) {}
