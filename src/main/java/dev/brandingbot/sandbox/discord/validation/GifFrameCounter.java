package dev.brandingbot.sandbox.discord.validation;

/**
 * Counts a GIF's frames by its blocks (GIF89a specification, appendix A). It intentionally does not share code with the bot, so that it
 * detects errors of the bot.
 */
final class GifFrameCounter {
    private static final int HEADER = 6;
    private static final int SCREEN_DESCRIPTOR = 7;
    private static final int IMAGE_DESCRIPTOR = 10;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;

    private final byte[] bytes;
    private int position;

    GifFrameCounter(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether there is more than one complete frame. */
    boolean hasSeveralFrames() {
        position = HEADER + SCREEN_DESCRIPTOR + colorTableSize(HEADER + 4);
        for (var frames = 0; frames < 2; ) {
            var block = at(position);
            if (block == IMAGE) {
                frames++;
                position += IMAGE_DESCRIPTOR + colorTableSize(position + IMAGE_DESCRIPTOR - 1) + 1;
                skipSubBlocks();
            } else if (block == EXTENSION) {
                position += 2;
                skipSubBlocks();
            } else {
                return false;
            }
        }
        return true;
    }

    private int colorTableSize(int flagsAt) {
        var flags = at(flagsAt);
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private void skipSubBlocks() {
        while (at(position) > 0) {
            position += at(position) + 1;
        }
        position++;
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xFF : 0;
    }
}
