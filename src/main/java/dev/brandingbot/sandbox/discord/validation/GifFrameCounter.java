package dev.brandingbot.sandbox.discord.validation;

/**
 * Counts a GIF's frames, as far as needed, by walking over its blocks (GIF89a specification, appendix A). The bot has a walk of
 * its own, and on purpose: a stand-in that judged by the bot's own code could not find it wrong.
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

    /** Whether there is more than one. What is cut off counts for nothing. */
    boolean hasSeveralFrames() {
        position = HEADER + SCREEN_DESCRIPTOR + colourTable(HEADER + 4);
        for (var frames = 0; frames < 2; ) {
            var block = at(position);
            if (block == IMAGE) {
                frames++;
                position += IMAGE_DESCRIPTOR + colourTable(position + IMAGE_DESCRIPTOR - 1) + 1;
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

    private int colourTable(int flagsAt) {
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
