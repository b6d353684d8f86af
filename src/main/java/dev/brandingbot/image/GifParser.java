package dev.brandingbot.image;

/**
 * Walks the blocks of a GIF to see how many frames it has and whether it goes on to its end. What is broken ends the walk.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifParser {
    private static final int HEADER = 13;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 8;
    private static final int SCREEN_FLAGS = 10;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int IMAGE_FLAGS = 9;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final byte[] bytes;

    /** @param bytes a whole GIF */
    GifParser(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What it is. */
    ImageMetadata content() {
        var frames = 0;
        var at = HEADER + colours(SCREEN_FLAGS);
        while (at(at) == EXTENSION || at(at) == IMAGE) {
            if (at(at) == IMAGE) {
                frames++;
                at = behindData(at + IMAGE_DESCRIPTOR + colours(at + IMAGE_FLAGS) + 1);
            } else {
                at = behindData(at + 2);
            }
        }
        var size = Dimensions.of(number(WIDTH), number(HEIGHT));
        return new ImageMetadata(
                frames > 1 ? FileFormat.ANIMATED_GIF : FileFormat.GIF,
                size,
                size.isPresent() && frames > 0 && at(at) == TRAILER);
    }

    /** How many bytes the colour table takes that the flags at {@code flags} announce. */
    private int colours(int flags) {
        var hasTable = at(flags) >= 0x80;
        return hasTable ? 3 << ((at(flags) & 7) + 1) : 0;
    }

    /** Where the block begins that follows the sub-blocks from {@code start} on; some writers put zeros between two blocks. */
    private int behindData(int start) {
        var at = start;
        while (at(at) > 0) {
            at += at(at) + 1;
        }
        while (at < bytes.length && at(at) == 0) {
            at++;
        }
        return at;
    }

    private int number(int index) {
        return at(index) | at(index + 1) << 8;
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
