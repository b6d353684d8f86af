package dev.brandingbot.thumbnail;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import java.util.Locale;

/**
 * Identifies a thumbnail: an asset, its kind, and which frames are shown.
 *
 * @param kind the kind
 * @param asset the asset
 * @param isStoryboard whether the thumbnail of an animated asset shows several frames instead of the first
 */
public record ThumbnailKey(AssetKind kind, Asset asset, boolean isStoryboard) {
    private static final String GIF = ".gif";
    private static final String PNG = ".png";

    /** Creates a key for a thumbnail of the first frame. */
    public ThumbnailKey(AssetKind kind, Asset asset) {
        this(kind, asset, false);
    }

    /** Returns the key of the still variant, or this if there is none. */
    public ThumbnailKey still() {
        return new ThumbnailKey(kind, asset.still().orElse(asset));
    }

    /** Returns the key of the storyboard, if the asset may be animated, otherwise this. */
    public ThumbnailKey storyboard() {
        return new ThumbnailKey(kind, asset, endsWith(GIF));
    }

    /** Returns the key of the first frame. */
    public ThumbnailKey firstFrame() {
        return new ThumbnailKey(kind, asset);
    }

    /**
     * Returns the name in the cache, which assets with the same content share. JPEGs and GIFs have other names than in
     * earlier releases, whose thumbnails ignored orientation and screen.
     */
    String name() {
        var name = kind.label() + ":" + asset.sha();
        return (isStoryboard ? "storyboard:" : endsWith(PNG) ? "" : "shown:") + name;
    }

    private boolean endsWith(String extension) {
        return asset.path().toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
