package dev.brandingbot.state;

import dev.brandingbot.event.Asset;

/**
 * In which form an asset is on: a guild may lack the feature for it.
 *
 * @param name as it is kept: one of the names below, or the SHA of the still image that stands in for the asset
 */
public record AssetForm(String name) {
    /** As it is. */
    public static final AssetForm AS_IS = new AssetForm("as-is");

    /** Its first frame stands in for it. */
    public static final AssetForm FIRST_FRAME = new AssetForm("first-frame");

    /** Discord was given it, and took it off when the guild lost the feature for anything of its kind. */
    public static final AssetForm NOT_SHOWN = new AssetForm("not-shown");

    /** Its still twin stands in for it. */
    public static AssetForm twin(Asset twin) {
        return new AssetForm(twin.sha());
    }
}
