package dev.brandingbot.image.format;

import java.util.Arrays;

/** A color component of a JPEG, and how much of it the scans so far contain. */
final class JpegComponent {
    private static final int COEFFICIENTS = 64;
    private static final int MAX_SAMPLING = 4;

    private final int id;
    private final int sampling;
    private final int quantization;

    /** The number of missing bits of each coefficient. */
    private final int[] missing = new int[COEFFICIENTS];

    /** Creates a component with the values from the frame's header. */
    JpegComponent(int id, int sampling, int quantization) {
        this.id = id;
        this.sampling = sampling;
        this.quantization = quantization;
        Arrays.fill(missing, Integer.MAX_VALUE);
    }

    int id() {
        return id;
    }

    /** Returns the number of its quantization table. */
    int quantization() {
        return quantization;
    }

    boolean isValid() {
        return isSampling(sampling >> 4) && isSampling(sampling & 0xf);
    }

    private static boolean isSampling(int factor) {
        return factor >= 1 && factor <= MAX_SAMPLING;
    }

    /** Adds the content of a scan. */
    void add(JpegScan scan) {
        if (!scan.isProgressive()) {
            Arrays.fill(missing, 0);
            return;
        }
        for (var i = scan.first(); i <= scan.last() && i < COEFFICIENTS; i++) {
            missing[i] = scan.missingAfter();
        }
    }

    /** Whether the average of each block is present, at any precision. */
    boolean hasDc() {
        return missing[0] < Integer.MAX_VALUE;
    }

    boolean isComplete() {
        return Arrays.stream(missing).allMatch(bits -> bits == 0);
    }
}
