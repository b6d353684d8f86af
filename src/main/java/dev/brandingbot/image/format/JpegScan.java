package dev.brandingbot.image.format;

/**
 * What a scan of a JPEG holds.
 *
 * @param isProgressive whether it holds only a part of some components
 * @param first the first coefficient
 * @param last the last coefficient
 * @param bits how many of the lowest bits are missing, before this scan and after it
 */
record JpegScan(boolean isProgressive, int first, int last, int bits) {
    private static final int COEFFICIENTS = 64;
    private static final int MAX_BITS = 13;

    /** Whether decoders accept it. */
    boolean isValid(int components) {
        var isOfAverages = first == 0 && last == 0;
        var isOfDetails = first > 0 && last >= first && last < COEFFICIENTS && components == 1;
        var isNextBit = missingBefore() == 0 || missingBefore() == missingAfter() + 1;
        return !isProgressive || ((isOfAverages || isOfDetails) && isNextBit && missingAfter() <= MAX_BITS);
    }

    /** Whether it is read with a table for the averages of blocks; further bits of them are read without. */
    boolean needsAverages() {
        return !isProgressive || (first == 0 && missingBefore() == 0);
    }

    /** Whether it is read with a table for the details of blocks. */
    boolean needsDetails() {
        return !isProgressive || first > 0;
    }

    private int missingBefore() {
        return bits >> 4;
    }

    int missingAfter() {
        return bits & 0xf;
    }
}
