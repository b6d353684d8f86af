package dev.brandingbot.image.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many pixels an image has.
 *
 * @param width across
 * @param height from top to bottom
 */
public record Dimensions(int width, int height) {
    /** A decoded image of more pixels takes hundreds of megabytes. */
    private static final long MAX_SAFE_PIXELS = 40_000_000;

    private static final int MAX_SAFE_SIDE = 10_000;

    /** The size that a header tells; nothing when it tells none. */
    public static Optional<Dimensions> of(@Nullable Integer width, @Nullable Integer height) {
        return width == null || height == null || width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new Dimensions(width, height));
    }

    /** How many there are in all. */
    public long pixels() {
        return (long) width * height;
    }

    /** Whether an image of this size can be decoded in a bounded amount of memory. */
    public boolean isSafeToDecode() {
        return width <= MAX_SAFE_SIDE && height <= MAX_SAFE_SIDE && pixels() <= MAX_SAFE_PIXELS;
    }

    /** How many times as wide as high. */
    public double ratio() {
        return (double) width / height;
    }

    /** Like {@code 512 × 512}. */
    public String describe() {
        return width + " × " + height;
    }
}
