package dev.brandingbot.state;

import dev.brandingbot.event.Asset;

/**
 * In which form an asset is on: a guild may lack the feature for it.
 *
 * @param name as it is kept: one of the names below, or the SHA of the still image that stands in for the asset
 */
public record AssetVariant(String name) {
    /** As it is. */
    public static final AssetVariant ORIGINAL = new AssetVariant("as-is");

    /** Its first frame stands in for it. */
    public static final AssetVariant FIRST_FRAME = new AssetVariant("first-frame");

    /** Discord was given it, and took it off when the guild lost the feature for anything of its kind. */
    public static final AssetVariant NOT_SHOWN = new AssetVariant("not-shown");

    /** Its still twin stands in for it. */
    public static AssetVariant stillVariant(Asset twin) {
        return new AssetVariant(twin.sha());
    }
}
