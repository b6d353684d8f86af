package dev.brandingbot.image.format;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The header chunk of a PNG. */
record PngHeader(int width, int height, int bitDepth, int colorType, int compression, int filter, int interlace) {
    static final int LENGTH = 13;

    private static final int PALETTE = 3;

    /** The number of values per pixel, by color type. */
    private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, PALETTE, 1, 4, 2, 6, 4);

    private static final Map<Integer, Set<Integer>> BIT_DEPTHS = Map.of(
            0,
            Set.of(1, 2, 4, 8, 16),
            2,
            Set.of(8, 16),
            PALETTE,
            Set.of(1, 2, 4, 8),
            4,
            Set.of(8, 16),
            6,
            Set.of(8, 16));

    static PngHeader read(ByteBuffer bytes, int at) {
        return new PngHeader(
                bytes.getInt(at),
                bytes.getInt(at + 4),
                bytes.get(at + 8),
                bytes.get(at + 9),
                bytes.get(at + 10),
                bytes.get(at + 11),
                bytes.get(at + 12));
    }

    /** Whether all values are valid. */
    boolean isValid() {
        return size().isPresent()
                && BIT_DEPTHS.getOrDefault(colorType, Set.of()).contains(bitDepth)
                && compression == 0
                && filter == 0
                && (interlace == 0 || interlace == 1);
    }

    /** Returns the stored dimensions; empty if they are invalid. */
    Optional<Dimensions> size() {
        return Dimensions.of(width, height);
    }

    boolean needsPalette() {
        return colorType == PALETTE;
    }

    boolean isInterlaced() {
        return interlace == 1;
    }

    /** Returns the size of a row in bytes, without its filter byte. */
    long rowBytes(int pixels) {
        return ((long) pixels * bitDepth * CHANNELS.getOrDefault(colorType, 0) + 7) / 8;
    }
}
