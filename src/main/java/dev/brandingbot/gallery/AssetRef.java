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
    /** The name under which its small copy is kept: two assets with the same content share it. */
    String name() {
        return kind.word() + ":" + asset.sha();
    }
}
