package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a PNG and inflates its pixels without storing them. As strict as libpng: damaged ancillary chunks
 * and data after the pixels are ignored. The other frames of an animated PNG, which decoders may ignore, are checked
 * only by their checksums.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics Specification</a>
 */
public final class PngParser {
    /** The size of a chunk's length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;

    private static final int SIGNATURE = 8;
    private static final int TYPE = 4;
    private static final int DATA = 8;
    /** The bit that makes the first letter of a type lowercase. */
    private static final int ANCILLARY = 0x20;

    private static final int COLOR_BYTES = 3;
    private static final int MAX_COLORS = 256;
    private static final int MAX_EXIF = 1 << 16;
    private static final Set<String> FRAMES = Set.of("fcTL", "fdAT");
    private static final Set<String> KNOWN = Set.of("IHDR", "PLTE", "IDAT", "IEND");

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private int at = SIGNATURE;
    private @Nullable PngHeader header;
    private boolean hasPalette;
    private boolean isAnimated;
    private Orientation orientation = Orientation.UPRIGHT;

    private PngParser(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
    }

    /** Parses a file that starts like a PNG. */
    static ParsedImage parse(byte[] bytes) {
        return new PngParser(bytes).parse();
    }

    /** Reads only the orientation of a file. */
    public static Orientation orientation(byte[] bytes) {
        var parser = new PngParser(bytes);
        while (parser.hasChunk() && !parser.type().equals("IEND")) {
            parser.readExif();
            parser.at = parser.next();
        }
        return parser.orientation;
    }

    private ParsedImage parse() {
        var integrity = integrity();
        if (integrity == Integrity.COMPLETE) {
            integrity = afterPixels();
        }
        var shown = Optional.ofNullable(header).flatMap(PngHeader::size).map(orientation::shown);
        return new ParsedImage(new ImageMetadata(FileFormat.PNG, shown, integrity), orientation, at);
    }

    /** Moves to the end of an image after its pixels, past other frames of an animated one. */
    private Integrity afterPixels() {
        var areFramesIntact = true;
        while (hasChunk() && !type().equals("IEND")) {
            readExif();
            areFramesIntact &= isIntact() || !FRAMES.contains(type());
            at = next();
        }
        if (isAnimated && !(hasChunk() && areFramesIntact)) {
            return hasChunk() ? Integrity.BAD_CHECKSUM : Integrity.TRUNCATED;
        }
        return hasChunk() && isIntact() ? Integrity.COMPLETE : Integrity.UNTERMINATED;
    }

    /** Returns the integrity of all chunks up to the last one with pixels, and moves past it. */
    private Integrity integrity() {
        while (hasChunk() && !type().equals("IDAT")) {
            var defect = defect();
            if (defect != Integrity.COMPLETE) {
                return defect;
            }
            at = next();
        }
        if (!hasChunk()) {
            return Integrity.TRUNCATED;
        }
        var known = header;
        return known != null && (hasPalette || !known.needsPalette()) ? pixels(known) : Integrity.BAD_HEADER;
    }

    /** Returns the integrity of the current chunk, which precedes the pixels. */
    private Integrity defect() {
        var type = type();
        if (isCritical() && !isIntact()) {
            return Integrity.BAD_CHECKSUM;
        }
        if ((header == null && !type.equals("IHDR")) || (isCritical() && !KNOWN.contains(type))) {
            return Integrity.BAD_HEADER;
        }
        if (type.equals("IEND")) {
            return Integrity.BAD_DATA;
        }
        return switch (type) {
            case "IHDR" -> readHeader();
            case "PLTE" -> readPalette();
            case "acTL" -> readAnimation();
            default -> {
                readExif();
                yield Integrity.COMPLETE;
            }
        };
    }

    private Integrity readHeader() {
        if (header != null || length() != PngHeader.LENGTH) {
            return Integrity.BAD_HEADER;
        }
        header = PngHeader.read(buffer, at + DATA);
        return header.isValid() ? Integrity.COMPLETE : Integrity.BAD_HEADER;
    }

    private Integrity readPalette() {
        hasPalette = length() % COLOR_BYTES == 0 && length() > 0 && length() <= MAX_COLORS * COLOR_BYTES;
        return Integrity.COMPLETE;
    }

    private Integrity readAnimation() {
        isAnimated = isIntact();
        return Integrity.COMPLETE;
    }

    private void readExif() {
        if (type().equals("eXIf") && length() <= MAX_EXIF && isIntact()) {
            orientation = Orientation.of(Arrays.copyOfRange(bytes, at + DATA, at + DATA + length()));
        }
    }

    private Integrity pixels(PngHeader known) {
        var start = at;
        var areIntact = true;
        while (hasChunk() && type().equals("IDAT")) {
            areIntact &= isIntact();
            at = next();
        }
        if (!areIntact) {
            return Integrity.BAD_CHECKSUM;
        }
        if (!known.size().filter(Dimensions::isSafeToDecode).isPresent()) {
            return Integrity.COMPLETE;
        }
        var integrity = PngPixels.check(known, new PngDataStream(bytes, start, at));
        return integrity == Integrity.TRUNCATED && hasChunk() ? Integrity.BAD_DATA : integrity;
    }

    /** Whether the current chunk is complete. */
    private boolean hasChunk() {
        return bytes.length - at >= CHUNK_OVERHEAD && length() >= 0 && length() <= bytes.length - at - CHUNK_OVERHEAD;
    }

    private int length() {
        return buffer.getInt(at);
    }

    private int next() {
        return at + CHUNK_OVERHEAD + length();
    }

    private String type() {
        return new String(bytes, at + TYPE, TYPE, ISO_8859_1);
    }

    /** Whether the current chunk is critical. */
    private boolean isCritical() {
        return (bytes[at + TYPE] & ANCILLARY) == 0;
    }

    private boolean isIntact() {
        var crc = new CRC32();
        crc.update(bytes, at + TYPE, TYPE + length());
        return (int) crc.getValue() == buffer.getInt(at + DATA + length());
    }
}
