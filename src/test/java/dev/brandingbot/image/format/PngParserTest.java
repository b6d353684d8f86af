package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.TestImages;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngParserTest {
    private static final int SIDE = 8;
    private static final byte[] NONE = {};

    private static final byte[] SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);
    private static final byte[] HEADER = header(SIDE, SIDE, 8, 2, 0, 0, 0);
    private static final byte[] PIXELS = chunk("IDAT", TestImages.deflated(new byte[SIDE * (1 + 3 * SIDE)]));
    private static final byte[] END = chunk("IEND", NONE);

    @Test
    void acceptsCompleteImage() {
        assertThat(integrity(HEADER, PIXELS, END)).isEqualTo(Integrity.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"IHDR, 0", "PLTE, 1", "IDAT, 2"})
    void detectsWrongChecksumOfCriticalChunk(String type, int index) {
        var chunks = new byte[][] {HEADER, chunk("PLTE", new byte[3]), PIXELS, END};
        assertThat(integrity(chunks)).isEqualTo(Integrity.COMPLETE);

        chunks[index] = damaged(chunks[index]);

        assertThat(integrity(chunks)).as(type).isEqualTo(Integrity.BAD_CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "iCCP", "gAMA", "acTL", "eXIf", "abCd"})
    void ignoresWrongChecksumOfAncillaryChunk(String type) {
        var text = damaged(chunk(type, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));

        assertThat(integrity(HEADER, text, PIXELS, text, END)).isEqualTo(Integrity.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 8, 2, 0, 0, 0",
        "8, 0, 8, 2, 0, 0, 0",
        "-1, 8, 8, 2, 0, 0, 0",
        "8, 8, 4, 2, 0, 0, 0",
        "8, 8, 16, 3, 0, 0, 0",
        "8, 8, 8, 1, 0, 0, 0",
        "8, 8, 8, 5, 0, 0, 0",
        "8, 8, 3, 0, 0, 0, 0",
        "8, 8, 8, 2, 1, 0, 0",
        "8, 8, 8, 2, 0, 1, 0",
        "8, 8, 8, 2, 0, 0, 2"
    })
    void detectsInvalidHeaderValues(int width, int height, int depth, int color, int method, int filter, int lace) {
        var header = header(width, height, depth, color, method, filter, lace);

        assertThat(integrity(header, PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsMissingOrDuplicateHeader() {
        assertThat(integrity(PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(HEADER, HEADER, PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(chunk("tEXt", NONE), HEADER, PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(chunk("IHDR", new byte[12]), PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsUnknownCriticalChunk() {
        assertThat(integrity(chunk("CgBI", new byte[4]), HEADER, PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(HEADER, chunk("NEED", NONE), PIXELS, END)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsMissingPalette() {
        var header = header(SIDE, SIDE, 8, 3, 0, 0, 0);
        var pixels = chunk("IDAT", TestImages.deflated(new byte[SIDE * (1 + SIDE)]));

        assertThat(integrity(header, pixels, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(header, chunk("PLTE", new byte[4]), pixels, END)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(header, chunk("PLTE", new byte[6]), pixels, END)).isEqualTo(Integrity.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "4, 0", "16, 0", "16, 2", "8, 4", "16, 4", "8, 6", "16, 6"})
    void countsPixelsOfEveryColorType(int depth, int color) {
        var channels = new int[] {1, 0, 3, 1, 2, 0, 4}[color];
        var bytes = 5 * (1 + (7 * depth * channels + 7) / 8);
        var header = header(7, 5, depth, color, 0, 0, 0);

        assertThat(integrity(header, pixels(bytes), END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(header, pixels(bytes - 1), END)).isEqualTo(Integrity.BAD_DATA);
    }

    @ParameterizedTest
    @CsvSource({"7, 5, 46", "1, 1, 2", "8, 8, 79", "3, 2, 10"})
    void countsPixelsOfInterlacedImage(int width, int height, int bytes) {
        var header = header(width, height, 8, 0, 0, 0, 1);

        assertThat(integrity(header, pixels(bytes), END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(header, pixels(bytes - 1), END)).isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void detectsInvalidCompressedData() {
        var data = TestImages.deflated(new byte[SIDE * (1 + 3 * SIDE)]);
        var noZlib = data.clone();
        noZlib[0] = 0;
        var noDeflate = data.clone();
        noDeflate[2] = 7;

        assertThat(integrity(HEADER, END)).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(HEADER, chunk("IDAT", NONE), END)).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(HEADER, chunk("IDAT", noZlib), END)).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(HEADER, chunk("IDAT", noDeflate), END)).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(HEADER, chunk("IDAT", Arrays.copyOf(data, data.length - 6)), END))
                .isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void detectsInvalidFilter() {
        var rows = new byte[SIDE * (1 + 3 * SIDE)];
        rows[3 * (1 + 3 * SIDE)] = 5;

        assertThat(integrity(HEADER, chunk("IDAT", TestImages.deflated(rows)), END))
                .isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void acceptsHarmlessDefects() {
        var data = TestImages.deflated(new byte[SIDE * (1 + 3 * SIDE) + 100]);
        var wrongAdler = data.clone();
        wrongAdler[data.length - 1]++;
        var inPieces = join(
                chunk("IDAT", Arrays.copyOf(data, 1)),
                chunk("IDAT", NONE),
                chunk("IDAT", Arrays.copyOfRange(data, 1, data.length)));

        assertThat(integrity(HEADER, chunk("IDAT", data), END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(HEADER, chunk("IDAT", wrongAdler), END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(HEADER, inPieces, END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(HEADER, PIXELS, END, "more".getBytes(ISO_8859_1))).isEqualTo(Integrity.COMPLETE);
    }

    @Test
    void completesImageWithoutIntactEnd() {
        var text = chunk("tEXt", new byte[9]);
        var whole = join(SIGNATURE, HEADER, PIXELS, text, END);

        for (var end : new byte[][] {NONE, damaged(END), Arrays.copyOf(END, 5), "junk".getBytes(ISO_8859_1)}) {
            var png = join(SIGNATURE, HEADER, PIXELS, text, end);
            var metadata = ImageMetadata.of(png);

            assertThat(metadata.integrity()).isEqualTo(Integrity.UNTERMINATED);
            assertThat(metadata.completed(png)).isEqualTo(whole);
        }
    }

    @Test
    void checksAnimationFramesWithoutDecoding() {
        var animation = chunk("acTL", new byte[8]);
        var frame = chunk("fdAT", new byte[9]);

        assertThat(integrity(HEADER, animation, PIXELS, frame, END)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(HEADER, animation, PIXELS, damaged(frame), END)).isEqualTo(Integrity.BAD_CHECKSUM);
        assertThat(integrity(HEADER, animation, PIXELS, frame)).isEqualTo(Integrity.TRUNCATED);
        assertThat(integrity(HEADER, PIXELS, damaged(frame), END)).isEqualTo(Integrity.COMPLETE);
    }

    @Test
    void doesNotInflateTooManyPixels() {
        var bomb = header(20_000, 20_000, 8, 2, 0, 0, 0);

        assertThat(integrity(bomb, PIXELS, END)).isEqualTo(Integrity.COMPLETE);
    }

    private static Integrity integrity(byte[]... chunks) {
        return ImageMetadata.of(join(SIGNATURE, join(chunks))).integrity();
    }

    private static byte[] pixels(int bytes) {
        return chunk("IDAT", TestImages.deflated(new byte[bytes]));
    }

    static byte[] header(int width, int height, int... others) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        for (var other : others) {
            header.put((byte) other);
        }
        return chunk("IHDR", header.array());
    }

    private static byte[] chunk(String type, byte[] data) {
        return TestImages.chunk(type, data);
    }

    /** With another checksum. */
    private static byte[] damaged(byte[] chunk) {
        var damaged = chunk.clone();
        damaged[damaged.length - 1]++;
        return damaged;
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
