package dev.brandingbot.repository;

/**
 * Walks the blocks of a GIF to see whether it has more than one frame. What is broken ends the walk.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifFrames {
    private static final int HEADER = 13;
    private static final int SCREEN_FLAGS = 10;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int IMAGE_FLAGS = 9;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    private final byte[] bytes;

    /** @param bytes a whole GIF */
    GifFrames(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether there is a second frame; nothing behind its beginning is read. */
    boolean areSeveral() {
        var frames = 0;
        var at = HEADER + colours(SCREEN_FLAGS);
        while (frames < 2 && (at(at) == EXTENSION || at(at) == IMAGE)) {
            if (at(at) == IMAGE) {
                frames++;
                at = behindData(at + IMAGE_DESCRIPTOR + colours(at + IMAGE_FLAGS) + 1);
            } else {
                at = behindData(at + 2);
            }
        }
        return frames == 2;
    }

    /** How many bytes the colour table takes that the flags at {@code flags} announce. */
    private int colours(int flags) {
        var hasTable = at(flags) >= 0x80;
        return hasTable ? 3 << ((at(flags) & 7) + 1) : 0;
    }

    /** Where the sub-blocks end that begin at {@code start}. */
    private int behindData(int start) {
        var at = start;
        while (at(at) > 0) {
            at += at(at) + 1;
        }
        return at + 1;
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
