package dev.brandingbot.thumbnail;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import java.util.Locale;

/**
 * An asset as what it is for, which decides how its small copy looks.
 *
 * @param kind as what
 * @param asset which one
 * @param isStoryboard whether of an animated one the copy shows several frames, and not the first one
 */
public record ThumbnailKey(AssetKind kind, Asset asset, boolean isStoryboard) {
    private static final String GIF = ".gif";
    private static final String PNG = ".png";

    /** The asset with a copy of its first frame, if it is animated. */
    public ThumbnailKey(AssetKind kind, Asset asset) {
        this(kind, asset, false);
    }

    /** This or, where there is one, the still variant that is used where animated ones are not shown. */
    public ThumbnailKey still() {
        return new ThumbnailKey(kind, asset.still().orElse(asset));
    }

    /** This with a storyboard as its copy, if it may be animated. */
    public ThumbnailKey storyboard() {
        return new ThumbnailKey(kind, asset, endsWith(GIF));
    }

    /** This with its first frame as its copy. */
    public ThumbnailKey firstFrame() {
        return new ThumbnailKey(kind, asset);
    }

    /**
     * The name under which its small copy is kept: two assets with the same content share it. The copies of JPEGs and GIFs that
     * earlier versions kept were not always drawn upright and on the whole screen, so these have other names now.
     */
    String name() {
        var name = kind.label() + ":" + asset.sha();
        return (isStoryboard ? "storyboard:" : endsWith(PNG) ? "" : "shown:") + name;
    }

    private boolean endsWith(String extension) {
        return asset.path().toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
