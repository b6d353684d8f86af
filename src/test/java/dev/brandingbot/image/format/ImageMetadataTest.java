package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brandingbot.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageMetadataTest {
    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void detectsTypeByContent(String format, ImageType type) throws IOException {
        var content = ImageMetadata.of(TestImages.encoded(format, 1));

        assertThat(content.format().type()).contains(type);
        assertThat(content.format().isAnimated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void detectsAnimatedGif(int frames) throws IOException {
        var content = ImageMetadata.of(TestImages.encoded("gif", frames));

        assertThat(content)
                .isEqualTo(new ImageMetadata(
                        FileFormat.ANIMATED_GIF, Optional.of(new Dimensions(8, 8)), Integrity.COMPLETE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version https://git-lfs.github.com/spec/v1 oid sha256:1 | LFS_POINTER",
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/> | SVG",
                "RIFF1234WEBPVP8 | WEBP",
                "hello | OTHER",
                "'' | OTHER",
            })
    void detectsUnsupportedFormats(String text, FileFormat expected) {
        assertThat(ImageMetadata.of(text.getBytes(UTF_8)).format()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void readsSizeLikeDecoder(String format) throws IOException {
        var bytes = TestImages.encoded(format, 1);
        var decoded = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(ImageMetadata.of(bytes).size()).contains(new Dimensions(decoded.getWidth(), decoded.getHeight()));
    }

    /** Where only the end marker is cut; a GIF may also end behind any of its frames. */
    @ParameterizedTest
    @CsvSource({"png, 1, 12", "jpg, 1, 2", "gif, 1, 1", "gif, 3, 3"})
    void detectsTruncationAnywhere(String format, int frames, int usable) {
        var whole = TestImages.encoded(format, frames);
        assertThat(ImageMetadata.of(whole).integrity()).isEqualTo(Integrity.COMPLETE);

        var unterminated = new ArrayList<byte[]>();
        for (var length = 13; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            var integrity = ImageMetadata.of(cut).integrity();
            assertThat(integrity).as("%d of %d bytes", length, whole.length).isNotEqualTo(Integrity.COMPLETE);
            if (integrity.isUsable()) {
                unterminated.add(cut);
            }
        }

        assertThat(unterminated).hasSize(usable);
        assertThat(completed(unterminated.get(usable - 1))).isEqualTo(whole);
        assertThat(unterminated)
                .allSatisfy(cut ->
                        assertThat(ImageMetadata.of(completed(cut)).integrity()).isEqualTo(Integrity.COMPLETE));
    }

    private static byte[] completed(byte[] bytes) {
        return ImageMetadata.of(bytes).completed(bytes);
    }

    @Test
    void ignoresEndMarkerOfEmbeddedThumbnail() {
        var thumbnail = TestImages.jpeg("thumbnail", 160, 90);
        var photo = TestImages.jpeg(new String(thumbnail, ISO_8859_1), 1920, 1080);
        var cut = Arrays.copyOf(photo, photo.length - 3);

        assertThat(ImageMetadata.of(photo).integrity()).isEqualTo(Integrity.COMPLETE);
        assertThat(ImageMetadata.of(cut).integrity()).isEqualTo(Integrity.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void handlesDamagedImages(String format) throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var image = TestImages.encoded(format, format.equals("gif") ? 3 : 1);

        for (var length = 0; length < image.length; length++) {
            var broken = Arrays.copyOf(image, length);
            if (length > 3) {
                broken[3 + random.nextInt(length - 3)] = (byte) random.nextInt();
            }
            assertThatCode(() -> ImageMetadata.of(broken)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundTripsAsText(FileFormat format) {
        var isImage = format.type().isPresent();
        var size = isImage ? Optional.of(new Dimensions(960, 540)) : Optional.<Dimensions>empty();

        for (var integrity : Integrity.values()) {
            var content = new ImageMetadata(format, size, integrity);
            assertThat(ImageMetadata.parse(content.asText())).contains(content);
        }
        var broken = new ImageMetadata(format, Optional.empty(), Integrity.BAD_HEADER);
        assertThat(ImageMetadata.parse(broken.asText())).contains(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PNG",
                "ANIMATED_GIF",
                "PNG 5x5",
                "PNG 5x5 CUT_OFF",
                "TIFF 5x5 COMPLETE",
                "",
                "PNG 0x5 COMPLETE",
                "PNG 9999999999x5 COMPLETE",
                "PNG 5x5 COMPLETE more",
                "PNG COMPLETE",
                "PNG 5x5 FINE"
            })
    void rejectsTextOfOtherVersions(String text) {
        assertThat(ImageMetadata.parse(text)).isEmpty();
    }
}
