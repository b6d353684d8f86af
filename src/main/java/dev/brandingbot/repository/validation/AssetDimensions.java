package dev.brandingbot.repository.validation;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.Dimensions;

/**
 * How large and of which shape the images of one kind should be.
 *
 * @param minimum the fewest pixels that look sharp where Discord shows them, on screens with small pixels, too
 * @param recommendation sizes to draw it in, in words
 * @param label the shape, in words
 */
record AssetDimensions(Dimensions minimum, String recommendation, String label) {
    /** Shown at up to 100 points, on profiles of servers and in invites. */
    private static final AssetDimensions ICON = new AssetDimensions(new Dimensions(128, 128), "512 × 512", "a square");

    /** Shown at 240 points, above the channels. */
    private static final AssetDimensions BANNER =
            new AssetDimensions(new Dimensions(480, 270), "960 × 540 or 1920 × 1080", "16:9");

    /** A pixel too many or too few does not matter: 1920 × 1081 is 16:9. */
    private static final double TOLERANCE = 0.01;

    /** The longest side in which Discord delivers an image. */
    private static final int MAX_DISPLAYED = 4096;

    /** The shape for a kind of assets. */
    static AssetDimensions of(AssetKind kind) {
        return switch (kind) {
            case BANNER -> BANNER;
            case ICON -> ICON;
        };
    }

    /** Whether an image has this shape, near enough. */
    boolean isRecommendedShape(Dimensions size) {
        return Math.abs(size.ratio() / minimum.ratio() - 1) <= TOLERANCE;
    }

    /** Whether an image has too few pixels. */
    boolean isTooSmall(Dimensions size) {
        return size.width() < minimum.width() || size.height() < minimum.height();
    }

    /** Whether an image has more pixels than are ever shown. */
    boolean isTooLarge(Dimensions size) {
        return size.width() > MAX_DISPLAYED || size.height() > MAX_DISPLAYED;
    }
}
