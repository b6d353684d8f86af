package dev.brandingbot.sync.asset;

import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.AssetVariant;

/**
 * What a guild is to be shown of an asset.
 *
 * @param image its content, under the asset's own name
 * @param variant in which form that is the asset
 */
record LoadedAsset(AssetImage image, AssetVariant variant) {}
