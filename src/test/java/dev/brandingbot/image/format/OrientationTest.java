package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.image.ImageDecoder;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 48;

    /** Where the upper left and the upper right corner of the stored image are to be shown, by EXIF's definition. */
    @ParameterizedTest
    @CsvSource({
        "1, top left, top right",
        "2, top right, top left",
        "3, bottom right, bottom left",
        "4, bottom left, bottom right",
        "5, top left, bottom left",
        "6, top right, bottom right",
        "7, bottom right, top right",
        "8, bottom left, top left"
    })
    void drawsImageUpright(int orientation, String red, String blue) {
        var isTransposed = orientation > 4;
        for (var file : new byte[][] {png(exif(orientation)), jpeg(exif(orientation))}) {
            var image = ImageDecoder.read(file, 1000, 1000).orElseThrow();

            assertThat(image.getWidth()).isEqualTo(isTransposed ? HEIGHT : WIDTH);
            assertThat(image.getHeight()).isEqualTo(isTransposed ? WIDTH : HEIGHT);
            assertThat(nearest(image, red)).isEqualTo(Color.RED);
            assertThat(nearest(image, blue)).isEqualTo(Color.BLUE);
            assertThat(ImageMetadata.of(file).size()).contains(new Dimensions(image.getWidth(), image.getHeight()));
        }
    }

    @Test
    void fitsRotatedImageIntoBox() {
        var image = ImageDecoder.read(jpeg(exif(6)), 24, 24).orElseThrow();

        assertThat(image.getWidth()).isEqualTo(12);
        assertThat(image.getHeight()).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void ignoresInvalidOrientation(int orientation) {
        assertThat(ImageMetadata.of(jpeg(exif(orientation))).size()).contains(new Dimensions(WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MM", "II*\0\u00ff\u00ff\u00ff\u00ff", "MM\0*\0\0\0\10\u00ff\u00ff\1\22\0\3"})
    void ignoresInvalidExif(String tiff) {
        for (var file : new byte[][] {png(tiff), jpeg(tiff)}) {
            var metadata = ImageMetadata.of(file);

            assertThat(metadata.size()).contains(new Dimensions(WIDTH, HEIGHT));
            assertThat(metadata.integrity()).isEqualTo(Integrity.COMPLETE);
            assertThat(ImageDecoder.read(file, 1000, 1000)).isPresent();
        }
    }

    private static Color nearest(BufferedImage image, String corner) {
        var x = corner.endsWith("left") ? 2 : image.getWidth() - 3;
        var y = corner.startsWith("top") ? 2 : image.getHeight() - 3;
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 200 ? Color.RED : color.getBlue() > 200 ? Color.BLUE : Color.BLACK;
    }

    /** Red in its upper left corner, blue in its upper right one. */
    private static BufferedImage stored() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < HEIGHT / 2; y++) {
            for (var x = 0; x < WIDTH / 2; x++) {
                image.setRGB(x, y, Color.RED.getRGB());
                image.setRGB(WIDTH - 1 - x, y, Color.BLUE.getRGB());
            }
        }
        return image;
    }

    /** With one entry, the orientation. */
    private static String exif(int orientation) {
        return "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0";
    }

    private static byte[] png(String tiff) {
        var png = Drawings.file(stored(), "png");
        var exif = new String(TestImages.chunk("eXIf", tiff.getBytes(ISO_8859_1)), ISO_8859_1);
        return insert(png, 33, exif);
    }

    private static byte[] jpeg(String tiff) {
        var exif = "Exif\0\0" + tiff;
        return insert(Drawings.file(stored(), "jpeg"), 2, "\u00ff\u00e1\0" + (char) (2 + exif.length()) + exif);
    }

    private static byte[] insert(byte[] file, int at, String more) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, at);
        bytes.writeBytes(more.getBytes(ISO_8859_1));
        bytes.write(file, at, file.length - at);
        return bytes.toByteArray();
    }
}
