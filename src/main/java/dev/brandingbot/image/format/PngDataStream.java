package dev.brandingbot.image.format;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** The concatenated data of consecutive chunks of a PNG. */
final class PngDataStream extends InputStream {
    private static final int HEADER = 8;
    private static final int CHECKSUM = 4;

    private final ByteBuffer bytes;
    private final int end;
    private int at;
    private int left;

    /**
     * @param start where the first chunk starts
     * @param end where the last one ends
     */
    PngDataStream(byte[] bytes, int start, int end) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.end = end;
        enter(start);
    }

    @Override
    public int read() {
        return hasMore() ? next() : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length > 0 && !hasMore()) {
            return -1;
        }
        var count = Math.min(length, left);
        bytes.get(at, target, offset, count);
        at += count;
        left -= count;
        return count;
    }

    private int next() {
        left--;
        return bytes.get(at++) & 0xff;
    }

    /** Moves to the next non-empty chunk if the current one has been read. Returns false at the end. */
    private boolean hasMore() {
        while (left == 0 && at + CHECKSUM < end) {
            enter(at + CHECKSUM);
        }
        return left > 0;
    }

    private void enter(int chunk) {
        left = bytes.getInt(chunk);
        at = chunk + HEADER;
    }
}
