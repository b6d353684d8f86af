package dev.brandingbot.state;

import dev.brandingbot.event.Asset;

/**
 * The variant of an asset that is applied. A server may lack the feature for animated images.
 *
 * @param name the stored name: one of the constants below, or the SHA of the still variant
 */
public record AssetVariant(String name) {
    /** The asset as it is. */
    public static final AssetVariant ORIGINAL = new AssetVariant("as-is");

    /** The first frame of the asset. */
    public static final AssetVariant FIRST_FRAME = new AssetVariant("first-frame");

    /** None: Discord removed the image when the server lost the feature for its kind. */
    public static final AssetVariant NOT_SHOWN = new AssetVariant("not-shown");

    /** Returns the still variant of an asset: another file with the same name. */
    public static AssetVariant stillVariant(Asset still) {
        return new AssetVariant(still.sha());
    }
}
