package dev.brandingbot.repository;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many pixels an image has.
 *
 * @param width across
 * @param height from top to bottom
 */
record PixelSize(int width, int height) {
    /** The size that a header tells; nothing when it tells none. */
    static Optional<PixelSize> of(@Nullable Integer width, @Nullable Integer height) {
        return width == null || height == null || width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new PixelSize(width, height));
    }

    /** How many there are in all. */
    long pixels() {
        return (long) width * height;
    }

    /** How many times as wide as high. */
    double ratio() {
        return (double) width / height;
    }

    /** Like {@code 512 × 512}. */
    String words() {
        return width + " × " + height;
    }
}
