package dev.brandingbot.image.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The frame header of a JPEG, and which pixels the scans so far contain. */
final class JpegFrame {
    private static final int PROGRESSIVE = 0xc2;
    private static final int ARITHMETIC = 0xc9;
    private static final int ARITHMETIC_PROGRESSIVE = 0xca;

    /**
     * Baseline, extended and progressive. Common decoders do not support the others, which are lossless or
     * hierarchical.
     */
    private static final Set<Integer> SUPPORTED = Set.of(0xc0, 0xc1, PROGRESSIVE, ARITHMETIC, ARITHMETIC_PROGRESSIVE);

    private static final Set<Integer> OTHERS = Set.of(0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xcb, 0xcd, 0xce, 0xcf);

    /** Up to the number of components. */
    private static final int HEADER = 6;

    private static final int PER_COMPONENT = 3;
    private static final int PRECISION = 8;
    private static final int MAX_COMPONENTS = 4;

    private final int marker;
    private final Optional<Dimensions> size;
    private final List<JpegComponent> components = new ArrayList<>();
    private final boolean isValid;

    /**
     * @param start where the segment's content starts
     * @param end where it ends
     */
    JpegFrame(int marker, byte[] bytes, int start, int end) {
        this.marker = marker;
        if (end - start < HEADER) {
            size = Optional.empty();
            isValid = false;
            return;
        }
        size = Dimensions.of(number(bytes, start + 3), number(bytes, start + 1));
        for (var at = start + HEADER; at + PER_COMPONENT <= end; at += PER_COMPONENT) {
            components.add(new JpegComponent(bytes[at] & 0xff, bytes[at + 1] & 0xff, bytes[at + 2] & 0xff));
        }
        var isWhole = bytes[start + HEADER - 1] == components.size()
                && end == start + HEADER + components.size() * PER_COMPONENT;
        isValid = isWhole && bytes[start] == PRECISION && canBeDecoded();
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private boolean canBeDecoded() {
        return size.isPresent()
                && SUPPORTED.contains(marker)
                && !components.isEmpty()
                && components.size() <= MAX_COMPONENTS
                && components.stream().allMatch(JpegComponent::isValid);
    }

    /** Whether a segment with this marker is a frame's header. */
    static boolean isMarker(int marker) {
        return SUPPORTED.contains(marker) || OTHERS.contains(marker);
    }

    /** Returns the stored dimensions; empty if they are invalid. */
    Optional<Dimensions> size() {
        return size;
    }

    /** Whether decoders accept this header. */
    boolean isValid() {
        return isValid;
    }

    boolean isProgressive() {
        return marker == PROGRESSIVE || marker == ARITHMETIC_PROGRESSIVE;
    }

    /** Whether the pixels use arithmetic coding, which the JDK does not support. */
    boolean isArithmetic() {
        return marker == ARITHMETIC || marker == ARITHMETIC_PROGRESSIVE;
    }

    /**
     * Adds the content of a scan.
     *
     * @param start where the content of its header starts
     * @param end where that ends
     * @return false if decoders reject it
     */
    boolean addScan(byte[] bytes, int start, int end, JpegTables tables) {
        var count = start < end ? bytes[start] : 0;
        var parameters = start + 1 + 2 * count;
        if (count < 1 || count > MAX_COMPONENTS || parameters + 3 > end) {
            return false;
        }
        var scan = new JpegScan(
                isProgressive(), bytes[parameters] & 0xff, bytes[parameters + 1] & 0xff, bytes[parameters + 2] & 0xff);
        var added = new HashSet<JpegComponent>();
        for (var at = start + 1; at < parameters; at += 2) {
            var component = component(bytes[at] & 0xff, added);
            if (component.isEmpty() || !isReadable(component.get(), scan, bytes[at + 1] & 0xff, tables)) {
                return false;
            }
            component.get().add(scan);
            added.add(component.get());
        }
        return scan.isValid(count);
    }

    /** Returns the component with an ID that is not in {@code others}; some files use an ID several times. */
    private Optional<JpegComponent> component(int id, Set<JpegComponent> others) {
        return components.stream()
                .filter(it -> it.id() == id && !others.contains(it))
                .findFirst();
    }

    private boolean isReadable(JpegComponent component, JpegScan scan, int huffman, JpegTables tables) {
        return tables.hasQuantization(component.quantization())
                && (isArithmetic() || tables.haveHuffman(scan, huffman));
    }

    /** Whether every component is at least partly present. */
    boolean hasAllComponents() {
        return components.stream().allMatch(JpegComponent::hasDc);
    }

    /** Whether every component is complete. */
    boolean hasAllScans() {
        return components.stream().allMatch(JpegComponent::isComplete);
    }
}
