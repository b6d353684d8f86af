package dev.brandingbot.image.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions of an image in pixels.
 *
 * @param width the width
 * @param height the height
 */
public record Dimensions(int width, int height) {
    /** A decoded image of more pixels takes hundreds of megabytes. */
    private static final long MAX_SAFE_PIXELS = 40_000_000;

    private static final int MAX_SAFE_SIDE = 10_000;

    /** Returns dimensions; empty if a value is missing or not positive. */
    public static Optional<Dimensions> of(@Nullable Integer width, @Nullable Integer height) {
        return width == null || height == null || width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new Dimensions(width, height));
    }

    /** Returns the number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /** Whether an image of this size can be decoded in a bounded amount of memory. */
    public boolean isSafeToDecode() {
        return width <= MAX_SAFE_SIDE && height <= MAX_SAFE_SIDE && pixels() <= MAX_SAFE_PIXELS;
    }

    /** Returns width divided by height. */
    public double ratio() {
        return (double) width / height;
    }

    /** Returns the dimensions for messages, e.g. {@code 512 × 512}. */
    public String describe() {
        return width + " × " + height;
    }
}
