package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG and decodes its pixels without storing them. As strict as libjpeg about fatal errors; in
 * addition, all pixels must be present, which libjpeg would replace with gray.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>
 */
public final class JpegParser {
    private static final int PREFIX = 0xff;
    private static final int RESTART = 0xd0;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int QUANTIZATION = 0xdb;
    private static final int HUFFMAN = 0xc4;
    private static final int APP1 = 0xe1;
    private static final int TEMPORARY = 0x01;
    private static final String EXIF = "Exif\0\0";

    /**
     * A About a dozen is usual. Each scan costs a pass over the whole image, so thousands would be a decompression
     * bomb.
     */
    private static final int MAX_SCANS = 200;

    private final byte[] bytes;
    private final JpegTables tables = new JpegTables();
    private @Nullable JpegFrame frame;
    private Orientation orientation = Orientation.UPRIGHT;
    private int scans;
    private int at = 2;
    private int end;

    private JpegParser(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Parses a file that starts like a JPEG. */
    static ParsedImage parse(byte[] bytes) {
        var parser = new JpegParser(bytes);
        var integrity = parser.integrity();
        var frame = parser.frame;
        return frame == null
                ? ParsedImage.unknownSize(FileFormat.JPEG, integrity)
                : new ParsedImage(
                        new ImageMetadata(FileFormat.JPEG, frame.size().map(parser.orientation::shown), integrity),
                        parser.orientation,
                        parser.end);
    }

    /** Reads only the orientation of a file. */
    public static Orientation orientation(byte[] bytes) {
        var parser = new JpegParser(bytes);
        while (parser.hasSegment() && parser.marker() != SCAN) {
            parser.readExif();
            parser.at = parser.next();
        }
        return parser.orientation;
    }

    private Integrity integrity() {
        while (hasSegment()) {
            var defect = readSegment();
            if (defect != Integrity.COMPLETE) {
                return defect;
            }
        }
        var isTerminated = findMarker() && marker() == END;
        var known = frame;
        if (known == null || !(isTerminated ? known.hasAllComponents() : known.hasAllScans())) {
            return isTerminated ? Integrity.BAD_DATA : Integrity.TRUNCATED;
        }
        return isTerminated ? terminated(known) : unterminated(known);
    }

    private Integrity terminated(JpegFrame known) {
        return JpegPixels.check(bytes, known, scans) == JpegPixels.DAMAGED ? Integrity.BAD_DATA : Integrity.COMPLETE;
    }

    private Integrity unterminated(JpegFrame known) {
        var pixels = JpegPixels.check(FileFormat.JPEG.terminated(bytes, end), known, scans);
        return pixels == JpegPixels.INTACT ? Integrity.UNTERMINATED : Integrity.TRUNCATED;
    }

    /** Reads the current segment and moves past it. */
    private Integrity readSegment() {
        var marker = marker();
        var next = next();
        var integrity = switch (marker) {
            case QUANTIZATION -> require(tables.readQuantization(bytes, data(), next));
            case HUFFMAN -> require(tables.readHuffman(bytes, data(), next));
            case SCAN -> readScan();
            case APP1 -> readExif();
            default -> JpegFrame.isMarker(marker) ? readFrame() : Integrity.COMPLETE;
        };
        at = next;
        if (marker == SCAN) {
            skipPixels();
        }
        return integrity;
    }

    private static Integrity require(boolean isValid) {
        return isValid ? Integrity.COMPLETE : Integrity.BAD_HEADER;
    }

    private Integrity readFrame() {
        var isFirst = frame == null;
        var read = new JpegFrame(marker(), bytes, data(), next());
        frame = read;
        return require(isFirst && read.isValid());
    }

    private Integrity readScan() {
        scans++;
        var known = frame;
        return require(known != null && known.addScan(bytes, data(), next(), tables) && scans <= MAX_SCANS);
    }

    private Integrity readExif() {
        if (marker() == APP1 && new String(bytes, data(), next() - data(), ISO_8859_1).startsWith(EXIF)) {
            orientation = Orientation.of(Arrays.copyOfRange(bytes, data() + EXIF.length(), next()));
        }
        return Integrity.COMPLETE;
    }

    /** Moves to the marker after the pixels of a scan, skipping restart markers. */
    private void skipPixels() {
        while (findMarker() && marker() >= RESTART && marker() < START) {
            at += 2;
        }
        if (at + 1 < bytes.length) {
            end = at;
        } else {
            var isHalfMarker = byteAt(bytes.length - 1) == PREFIX;
            end = isHalfMarker ? bytes.length - 1 : bytes.length;
        }
    }

    /** Moves to the next marker, or to the end of the file if there is none. */
    private boolean findMarker() {
        while (at + 1 < bytes.length && (byteAt(at) != PREFIX || byteAt(at + 1) == 0 || byteAt(at + 1) == PREFIX)) {
            at++;
        }
        return at + 1 < bytes.length;
    }

    /** Moves to the next segment and returns whether it is complete. */
    private boolean hasSegment() {
        while (findMarker() && hasNoContent(marker())) {
            at += 2;
        }
        return at + 1 < bytes.length
                && marker() != END
                && data() <= bytes.length
                && next() >= data()
                && next() <= bytes.length;
    }

    private static boolean hasNoContent(int marker) {
        return marker == TEMPORARY || (marker >= RESTART && marker <= START);
    }

    private int marker() {
        return byteAt(at + 1);
    }

    /** Returns the start of the current segment's content, after its length. */
    private int data() {
        return at + 4;
    }

    private int next() {
        return at + 2 + ((byteAt(at + 2) << 8) | byteAt(at + 3));
    }

    private int byteAt(int index) {
        return bytes[index] & 0xff;
    }
}
