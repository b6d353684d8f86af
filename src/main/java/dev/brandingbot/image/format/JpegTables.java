package dev.brandingbot.image.format;

import java.util.BitSet;

/** The quantization and Huffman tables that a JPEG defines. */
final class JpegTables {
    private static final int LENGTHS = 16;
    private static final int MAX_TABLE = 3;
    private static final int MAX_CODES = 256;
    private static final int QUANTIZATION_VALUES = 64;

    /** The offset of AC tables; DC tables have lower numbers. */
    private static final int AC_OFFSET = 0x10;

    private static final int MAX_DC_VALUE = 15;

    private final BitSet quantization = new BitSet();
    private final BitSet huffman = new BitSet();

    /** Whether a quantization table has been defined. */
    boolean hasQuantization(int table) {
        return quantization.get(table);
    }

    /**
     * Whether the Huffman tables that a component needs in a scan are defined. A sequential JPEG without any, such as a
     * video frame, uses the tables that the standard suggests.
     *
     * @param numbers the numbers of the DC and AC tables from the scan's header
     */
    boolean haveHuffman(JpegScan scan, int numbers) {
        if (huffman.isEmpty()) {
            return !scan.isProgressive();
        }
        var hasAverages = !scan.needsDcTable() || huffman.get(numbers >> 4);
        var hasDetails = !scan.needsAcTable() || huffman.get(AC_OFFSET + (numbers & 0xf));
        return hasAverages && hasDetails;
    }

    /** Reads quantization tables; false if they are invalid. */
    boolean readQuantization(byte[] bytes, int start, int end) {
        var at = start;
        while (at < end) {
            var bytesPerValue = (bytes[at] & 0xf0) == 0 ? 1 : 2;
            quantization.set(bytes[at] & 0xf);
            if ((bytes[at] & 0xf) > MAX_TABLE) {
                return false;
            }
            at += 1 + bytesPerValue * QUANTIZATION_VALUES;
        }
        return at == end;
    }

    /** Reads Huffman tables; false if they are invalid. */
    boolean readHuffman(byte[] bytes, int start, int end) {
        var at = start;
        while (at + LENGTHS < end) {
            var table = bytes[at] & 0xff;
            var next = at + 1 + LENGTHS + codes(bytes, at + 1);
            var isValid = (table & ~AC_OFFSET) <= MAX_TABLE && next <= end && isPrefixFree(bytes, at + 1);
            if (!isValid || (table < AC_OFFSET && !areDcValuesValid(bytes, at + 1 + LENGTHS, next))) {
                return false;
            }
            huffman.set(table);
            at = next;
        }
        return at == end;
    }

    private static int codes(byte[] bytes, int lengths) {
        var codes = 0;
        for (var i = 0; i < LENGTHS; i++) {
            codes += bytes[lengths + i] & 0xff;
        }
        return codes;
    }

    private static boolean areDcValuesValid(byte[] bytes, int start, int end) {
        for (var at = start; at < end; at++) {
            if ((bytes[at] & 0xff) > MAX_DC_VALUE) {
                return false;
            }
        }
        return true;
    }

    /** Whether the numbers of codes of each length are possible; the code of all ones is reserved. */
    private static boolean isPrefixFree(byte[] bytes, int lengths) {
        var next = 0;
        for (var length = 1; length <= LENGTHS; length++) {
            next = 2 * next + (bytes[lengths + length - 1] & 0xff);
            if (next >= 1 << length) {
                return false;
            }
        }
        return codes(bytes, lengths) <= MAX_CODES;
    }
}
