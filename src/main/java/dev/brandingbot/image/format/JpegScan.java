package dev.brandingbot.image.format;

/**
 * The header of a scan of a JPEG.
 *
 * @param isProgressive whether it contains only part of some components
 * @param first the first coefficient
 * @param last the last coefficient
 * @param bits the numbers of missing low bits before and after this scan
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

    /** Whether it needs a DC table; refinements of the averages do not. */
    boolean needsDcTable() {
        return !isProgressive || (first == 0 && missingBefore() == 0);
    }

    /** Whether it needs an AC table. */
    boolean needsAcTable() {
        return !isProgressive || first > 0;
    }

    private int missingBefore() {
        return bits >> 4;
    }

    int missingAfter() {
        return bits & 0xf;
    }
}
