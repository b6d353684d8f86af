package dev.brandingbot.image.format;

/**
 * Walks the blocks of a GIF and counts the pixels of each frame without storing them. As strict as giflib, which
 * Discord uses: a frame may exceed the screen, but needs all of its pixels and colors.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifParser {
    private static final int HEADER = 13;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 8;
    private static final int SCREEN_FLAGS = 10;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int FRAME_WIDTH = 5;
    private static final int FRAME_HEIGHT = 7;
    private static final int FRAME_FLAGS = 9;
    private static final int HAS_COLORS = 0x80;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final byte[] bytes;
    private final LzwReader pixelData;
    private int frames;
    private int at = HEADER;

    private GifParser(byte[] bytes) {
        this.bytes = bytes;
        this.pixelData = new LzwReader(bytes);
    }

    /** Parses a file that starts like a GIF. */
    static ParsedImage parse(byte[] bytes) {
        var parser = new GifParser(bytes);
        var integrity = parser.integrity();
        var size = Dimensions.of(parser.number(WIDTH), parser.number(HEIGHT));
        var format = parser.frames > 1 ? FileFormat.ANIMATED_GIF : FileFormat.GIF;
        return new ParsedImage(
                new ImageMetadata(
                        format, size, size.isEmpty() && integrity.isUsable() ? Integrity.BAD_HEADER : integrity),
                Orientation.UPRIGHT,
                parser.at);
    }

    private Integrity integrity() {
        at += colors(SCREEN_FLAGS);
        while (at(at) == EXTENSION || at(at) == IMAGE) {
            var integrity = at(at) == IMAGE ? readFrame() : readExtension();
            if (integrity != Integrity.COMPLETE) {
                return integrity;
            }
        }
        if (at >= bytes.length) {
            return frames > 0 ? Integrity.UNTERMINATED : Integrity.TRUNCATED;
        }
        return frames > 0 && at(at) == TRAILER ? Integrity.COMPLETE : Integrity.BAD_DATA;
    }

    private Integrity readExtension() {
        return readBlocks(at + 2);
    }

    private Integrity readFrame() {
        frames++;
        var start = at;
        var data = start + IMAGE_DESCRIPTOR + colors(start + FRAME_FLAGS);
        var blocks = readBlocks(data + 1);
        if (blocks != Integrity.COMPLETE) {
            return blocks;
        }
        var pixels = (long) number(start + FRAME_WIDTH) * number(start + FRAME_HEIGHT);
        if (pixels == 0) {
            return Integrity.BAD_HEADER;
        }
        var hasColors = at(SCREEN_FLAGS) >= HAS_COLORS || at(start + FRAME_FLAGS) >= HAS_COLORS;
        return hasColors && pixelData.hasPixels(data, pixels) ? Integrity.COMPLETE : Integrity.BAD_DATA;
    }

    /**
     * Moves to the block after the sub-blocks at {@code start}. Skips zeros, which some encoders write between blocks.
     */
    private Integrity readBlocks(int start) {
        var next = start;
        while (at(next) > 0) {
            next += at(next) + 1;
        }
        if (next >= bytes.length) {
            return Integrity.TRUNCATED;
        }
        while (next < bytes.length && at(next) == 0) {
            next++;
        }
        at = next;
        return Integrity.COMPLETE;
    }

    /** Returns the size in bytes of the color table that the flags at {@code flags} declare. */
    private int colors(int flags) {
        return at(flags) >= HAS_COLORS ? 3 << ((at(flags) & 7) + 1) : 0;
    }

    private int number(int index) {
        return at(index) | at(index + 1) << 8;
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
