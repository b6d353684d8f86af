package dev.brandingbot.image.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates the pixels of a PNG to check that all of them are present. */
final class PngPixels {
    private static final int DEFLATE = 8;
    private static final int MAX_WINDOW = 7;
    private static final int HAS_DICTIONARY = 0x20;
    private static final int HEADER_CHECK = 31;
    private static final int MAX_FILTER = 4;
    private static final int BUFFER = 1 << 14;

    /** Left, top, distance across and distance down of the pixels in each pass of an interlaced image. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final PngHeader header;
    private final InputStream pixels;
    private final byte[] buffer = new byte[BUFFER];

    private PngPixels(PngHeader header, InputStream pixels) {
        this.header = header;
        this.pixels = pixels;
    }

    /** Says {@link Integrity#TRUNCATED} if the data ends before the last pixel. What follows the last pixel is not read. */
    static Integrity check(PngHeader header, InputStream data) {
        // Without its header, because a wrong checksum behind the last pixel does not matter to decoders.
        var inflater = new Inflater(true);
        try {
            return hasZlibHeader(data) && new PngPixels(header, inflating(data, inflater)).areValid()
                    ? Integrity.COMPLETE
                    : Integrity.BAD_DATA;
        } catch (EOFException e) {
            return Integrity.TRUNCATED;
        } catch (IOException e) {
            return Integrity.BAD_DATA;
        } finally {
            inflater.end();
        }
    }

    private static InputStream inflating(InputStream data, Inflater inflater) {
        return new BufferedInputStream(new InflaterInputStream(data, inflater, BUFFER), BUFFER);
    }

    private static boolean hasZlibHeader(InputStream data) throws IOException {
        var method = data.read();
        var flags = data.read();
        if (flags < 0) {
            throw new EOFException();
        }
        return (method & 0xf) == DEFLATE
                && method >> 4 <= MAX_WINDOW
                && (flags & HAS_DICTIONARY) == 0
                && ((method << 8) | flags) % HEADER_CHECK == 0;
    }

    private boolean areValid() throws IOException {
        for (var pass : header.isInterlaced() ? PASSES : ONE_PASS) {
            var width = count(header.width(), pass[0], pass[2]);
            var height = width == 0 ? 0 : count(header.height(), pass[1], pass[3]);
            for (var row = 0; row < height; row++) {
                if (!readRow(header.rowBytes(width))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int count(int all, int first, int distance) {
        return (int) (((long) all - first + distance - 1) / distance);
    }

    private boolean readRow(long length) throws IOException {
        var filter = pixels.read();
        if (filter < 0) {
            throw new ZipException("Fewer pixels than the header says");
        }
        for (var left = length; left > 0; ) {
            var count = pixels.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new ZipException("Fewer pixels than the header says");
            }
            left -= count;
        }
        return filter <= MAX_FILTER;
    }
}
