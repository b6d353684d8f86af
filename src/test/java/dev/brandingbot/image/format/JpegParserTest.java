package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.Drawings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegParserTest {
    private static final int SOF = 0xc0;
    private static final int DHT = 0xc4;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;

    private static final byte[] JPEG = Drawings.opaque("jpeg", 90, 61);
    private static final byte[] PROGRESSIVE = progressive();

    @Test
    void acceptsCompleteImages() throws IOException {
        assertThat(integrity(JPEG)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(PROGRESSIVE)).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(cmyk())).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(Drawings.opaque("jpeg", 1, 1))).isEqualTo(Integrity.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"0xc0, BAD_HEADER", "0xdb, BAD_HEADER", "0xda, BAD_DATA"})
    void detectsMissingSegment(int marker, Integrity expected) {
        assertThat(integrity(without(JPEG, Integer.decode("" + marker)))).isEqualTo(expected);
    }

    @Test
    void detectsMissingHuffmanTable() {
        assertThat(integrity(without(PROGRESSIVE, DHT))).isEqualTo(Integrity.BAD_HEADER);
    }

    /** Its tables are those of the standard, which decoders use where there are none. */
    @Test
    void acceptsFrameOfVideo() {
        assertThat(integrity(without(JPEG, DHT))).isEqualTo(Integrity.COMPLETE);
    }

    /** What stands where in a frame's header: precision, height, width, components, and of the first component its sampling. */
    @ParameterizedTest
    @CsvSource({"4, 12", "9, 0", "9, 2", "9, 5", "11, 0", "11, 0x51", "1, 0xc3", "1, 0xc5", "1, 0xcf"})
    void detectsInvalidHeaderValues(int offset, String value) {
        var jpeg = JPEG.clone();
        jpeg[segment(jpeg, SOF) + offset] = (byte) (int) Integer.decode(value);

        assertThat(integrity(jpeg)).isEqualTo(Integrity.BAD_HEADER);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7})
    void detectsZeroWidthOrHeight(int offset) {
        var jpeg = JPEG.clone();
        jpeg[segment(jpeg, SOF) + offset] = 0;
        jpeg[segment(jpeg, SOF) + offset + 1] = 0;

        assertThat(integrity(jpeg)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsInvalidTables() {
        var tooManyCodes = JPEG.clone();
        tooManyCodes[segment(JPEG, DHT) + 5] = 3;
        var noSuchTable = JPEG.clone();
        noSuchTable[segment(JPEG, DQT) + 4] = 4;

        assertThat(integrity(tooManyCodes)).isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(noSuchTable)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsScanOfMissingComponent() {
        var jpeg = JPEG.clone();
        jpeg[segment(jpeg, SOS) + 5] = 77;

        assertThat(integrity(jpeg)).isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsMissingPixelsDespiteEndMarker() {
        for (var jpeg : new byte[][] {JPEG, PROGRESSIVE}) {
            var cut = Arrays.copyOf(jpeg, jpeg.length - 40);
            cut[cut.length - 2] = (byte) 0xff;
            cut[cut.length - 1] = (byte) 0xd9;

            assertThat(integrity(cut)).isEqualTo(Integrity.BAD_DATA);
        }
    }

    @Test
    void detectsInvalidPixels() {
        var jpeg = JPEG.clone();
        var scan = segment(jpeg, SOS);
        Arrays.fill(jpeg, scan + 20, jpeg.length - 2, (byte) 0xfe);

        assertThat(integrity(jpeg)).isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void detectsMissingPixelsAfterRestart() {
        assertThat(integrity(restarting("?\u00ff\u00d0?\u00ff\u00d9"))).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(restarting("?\u00ff\u00d0?"))).isEqualTo(Integrity.UNTERMINATED);
        assertThat(integrity(restarting("?\u00ff\u00d9"))).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(restarting("?"))).isEqualTo(Integrity.TRUNCATED);
    }

    /** A gray JPEG of 16 by 8 pixels, which are two blocks: each is two bits of zero, filled up with ones, so a question mark. */
    private static byte[] restarting(String pixels) {
        var oneCode = "\1" + "\0".repeat(15) + "\0";
        return ("\u00ff\u00d8"
                        + "\u00ff\u00db\0\103\0" + "\1".repeat(64)
                        + "\u00ff\u00c0\0\13\10\0\10\0\20\1\1\21\0"
                        + "\u00ff\u00c4\0\46\0" + oneCode + "\20" + oneCode
                        + "\u00ff\u00dd\0\4\0\1"
                        + "\u00ff\u00da\0\10\1\1\0\0\77\0"
                        + pixels)
                .getBytes(ISO_8859_1);
    }

    @Test
    void acceptsHarmlessDefects() {
        assertThat(integrity(insert(JPEG, JPEG.length, "more"))).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(insert(JPEG, JPEG.length - 2, "\u00ff\u00ff"))).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(insert(JPEG, 2, "junk"))).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(insert(JPEG, 2, "\u00ff\u00e2\0\20ICC_PROFILE\0\1\1")))
                .isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(insert(JPEG, 2, "\u00ff\u00e1\0\12Exif\0\0??"))).isEqualTo(Integrity.COMPLETE);
    }

    /** The JDK can't read it, others can. */
    @Test
    void acceptsArithmeticCodingWithoutDecoding() {
        var jpeg = JPEG.clone();
        jpeg[segment(jpeg, SOF) + 1] = (byte) 0xc9;

        assertThat(integrity(jpeg)).isEqualTo(Integrity.COMPLETE);
    }

    @Test
    void completesImageWithoutEndMarker() {
        for (var jpeg : new byte[][] {JPEG, PROGRESSIVE}) {
            for (var cut = 1; cut <= 2; cut++) {
                var bytes = Arrays.copyOf(jpeg, jpeg.length - cut);
                var metadata = ImageMetadata.of(bytes);

                assertThat(metadata.integrity()).isEqualTo(Integrity.UNTERMINATED);
                assertThat(metadata.completed(bytes)).isEqualTo(jpeg);
            }
        }
    }

    @Test
    void doesNotCompleteImageWithMissingScans() {
        var secondLast = lastScan(PROGRESSIVE);

        assertThat(integrity(Arrays.copyOf(PROGRESSIVE, secondLast))).isEqualTo(Integrity.TRUNCATED);
    }

    @Test
    void rejectsTooManyScans() {
        var scan = Arrays.copyOfRange(PROGRESSIVE, segment(PROGRESSIVE, SOS), segment(PROGRESSIVE, SOS) + 30);
        var scans = new String(scan, ISO_8859_1).repeat(300);

        assertThat(integrity(insert(PROGRESSIVE, PROGRESSIVE.length - 2, scans)))
                .isEqualTo(Integrity.BAD_HEADER);
    }

    private static Integrity integrity(byte[] jpeg) {
        return ImageMetadata.of(jpeg).integrity();
    }

    private static byte[] insert(byte[] jpeg, int at, String more) {
        var text = new StringBuilder(new String(jpeg, ISO_8859_1));
        return text.insert(at, more).toString().getBytes(ISO_8859_1);
    }

    /** Where the first segment with a marker starts. */
    private static int segment(byte[] jpeg, int marker) {
        var at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at = next(jpeg, at);
        }
        return at;
    }

    private static int next(byte[] jpeg, int at) {
        return at + 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
    }

    private static int lastScan(byte[] jpeg) {
        return new String(jpeg, ISO_8859_1).lastIndexOf("\u00ff\u00da");
    }

    private static byte[] without(byte[] jpeg, int marker) {
        var kept = new ByteArrayOutputStream();
        kept.write(jpeg, 0, 2);
        var at = 2;
        while ((jpeg[at + 1] & 0xff) != SOS) {
            if ((jpeg[at + 1] & 0xff) != marker) {
                kept.write(jpeg, at, next(jpeg, at) - at);
            }
            at = next(jpeg, at);
        }
        var rest = marker == SOS ? jpeg.length - 2 : at;
        kept.write(jpeg, rest, jpeg.length - rest);
        return kept.toByteArray();
    }

    private static byte[] progressive() {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return write(new IIOImage(striped(), null, null), parameters);
    }

    private static BufferedImage striped() {
        var image = new BufferedImage(90, 61, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < image.getWidth(); x += 7) {
            Drawings.fill(image, x, Math.min(x + 3, image.getWidth()), new Color(2 * x, 200 - 2 * x, 99));
        }
        return image;
    }

    private static byte[] cmyk() {
        var raster = Raster.createInterleavedRaster(0, 40, 30, 4, null);
        return write(
                new IIOImage(raster, null, null),
                ImageIO.getImageWritersByFormatName("jpeg").next().getDefaultWriteParam());
    }

    private static byte[] write(IIOImage image, ImageWriteParam parameters) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
