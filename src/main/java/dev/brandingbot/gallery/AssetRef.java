package dev.brandingbot.gallery;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;

/**
 * An asset as what it is for, which decides how its small copy looks.
 *
 * @param kind as what
 * @param asset which one
 */
public record AssetRef(AssetKind kind, Asset asset) {
    /** This or, where there is one, the still image that stands in for it where animated ones are not shown. */
    public AssetRef still() {
        return new AssetRef(kind, asset.still().orElse(asset));
    }

    /** The name under which its small copy is kept: two assets with the same content share it. */
    String name() {
        return kind.word() + ":" + asset.sha();
    }
}
