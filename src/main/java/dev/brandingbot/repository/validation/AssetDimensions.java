package dev.brandingbot.repository.validation;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.Dimensions;

/**
 * The recommended dimensions for the images of one kind.
 *
 * @param minimum the smallest size that looks sharp in Discord, including on high-density screens
 * @param recommendation the recommended sizes, for messages
 * @param label the shape, for messages
 */
record AssetDimensions(Dimensions minimum, String recommendation, String label) {
    /** Shown at up to 100 points, in server profiles and invites. */
    private static final AssetDimensions ICON = new AssetDimensions(new Dimensions(128, 128), "512 × 512", "a square");

    /** Shown at 240 points, above the channels. */
    private static final AssetDimensions BANNER =
            new AssetDimensions(new Dimensions(480, 270), "960 × 540 or 1920 × 1080", "16:9");

    /** A Tolerates deviations of one pixel: 1920 × 1081 counts as 16:9. */
    private static final double TOLERANCE = 0.01;

    /** The longest side at which Discord serves an image. */
    private static final int MAX_DISPLAYED = 4096;

    /** Returns the dimensions for a kind of assets. */
    static AssetDimensions of(AssetKind kind) {
        return switch (kind) {
            case BANNER -> BANNER;
            case ICON -> ICON;
        };
    }

    /** Whether an image has approximately this aspect ratio. */
    boolean isRecommendedShape(Dimensions size) {
        return Math.abs(size.ratio() / minimum.ratio() - 1) <= TOLERANCE;
    }

    /** Whether an image is smaller than the minimum. */
    boolean isTooSmall(Dimensions size) {
        return size.width() < minimum.width() || size.height() < minimum.height();
    }

    /** Whether an image is larger than Discord ever shows. */
    boolean isTooLarge(Dimensions size) {
        return size.width() > MAX_DISPLAYED || size.height() > MAX_DISPLAYED;
    }
}
