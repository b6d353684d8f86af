package dev.brandingbot.image.format;

import java.util.Arrays;

/**
 * Counts the pixels in the LZW data of a GIF's frame without building them, so that time and memory are bounded by the
 * file's size.
 */
final class LzwReader {
    private static final int MAX_CODE_SIZE = 12;
    private static final int MAX_PIXEL_SIZE = 8;
    private static final int NONE = -1;

    private final byte[] bytes;

    /** The number of pixels of each code. */
    private final int[] lengths = new int[1 << MAX_CODE_SIZE];

    private int pixelSize;
    private int clear;
    private int codes;
    private int codeSize;
    private int at;
    private int leftInBlock;
    private int bits;
    private int bitCount;

    /** @param bytes a GIF */
    LzwReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Whether the data of a frame contains at least {@code wanted} valid pixels.
     *
     * @param start the position of the initial code size, which is followed by data blocks up to an empty one
     */
    boolean hasPixels(int start, long wanted) {
        pixelSize = bytes[start] & 0xff;
        clear = 1 << pixelSize;
        at = start + 1;
        leftInBlock = 0;
        bits = 0;
        bitCount = 0;
        return pixelSize >= 1 && pixelSize <= MAX_PIXEL_SIZE && hasPixels(wanted);
    }

    private boolean hasPixels(long wanted) {
        reset();
        var previous = NONE;
        var left = wanted;
        while (left > 0) {
            var code = nextCode();
            if (code == clear) {
                reset();
                previous = NONE;
                continue;
            }
            if (!isValid(code, previous)) {
                return false;
            }
            add(previous);
            left -= lengths[code];
            previous = code;
        }
        return true;
    }

    private void reset() {
        Arrays.fill(lengths, 0, clear, 1);
        codes = clear + 2;
        codeSize = pixelSize + 1;
    }

    /** The end of the data is not a valid code. After a clear code only single pixels are valid. */
    private boolean isValid(int code, int previous) {
        if (previous == NONE) {
            return code >= 0 && code < clear;
        }
        var isNew = code == codes && codes < lengths.length;
        return code >= 0 && code != clear + 1 && (code < codes || isNew);
    }

    /** Adds the code for the pixels of {@code previous} and one more. */
    private void add(int previous) {
        if (previous == NONE || codes == lengths.length) {
            return;
        }
        lengths[codes++] = lengths[previous] + 1;
        if (codes == 1 << codeSize && codeSize < MAX_CODE_SIZE) {
            codeSize++;
        }
    }

    private int nextCode() {
        while (bitCount < codeSize) {
            if (leftInBlock == 0) {
                leftInBlock = bytes[at++] & 0xff;
                if (leftInBlock == 0) {
                    return NONE;
                }
            }
            bits |= (bytes[at++] & 0xff) << bitCount;
            bitCount += Byte.SIZE;
            leftInBlock--;
        }
        var code = bits & ((1 << codeSize) - 1);
        bits >>>= codeSize;
        bitCount -= codeSize;
        return code;
    }
}
