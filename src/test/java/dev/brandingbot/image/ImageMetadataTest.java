package dev.brandingbot.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brandingbot.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
    void tellsTheTypeByTheContent(String format, ImageType type) throws IOException {
        var content = ImageMetadata.of(TestImages.encoded(format, 1));

        assertThat(content.format().type()).contains(type);
        assertThat(content.format().isAnimated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void callsAGifWithSeveralFramesAnimated(int frames) throws IOException {
        var content = ImageMetadata.of(TestImages.encoded("gif", frames));

        assertThat(content)
                .isEqualTo(new ImageMetadata(FileFormat.ANIMATED_GIF, Optional.of(new Dimensions(8, 8)), true));
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
    void tellsWhatDiscordDoesNotTake(String text, FileFormat expected) {
        assertThat(ImageMetadata.of(text.getBytes(UTF_8)).format()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void tellsTheSizeAsADecoderDoes(String format) throws IOException {
        var bytes = TestImages.encoded(format, 1);
        var decoded = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(ImageMetadata.of(bytes).size()).contains(new Dimensions(decoded.getWidth(), decoded.getHeight()));
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "jpg, 1", "gif, 1", "gif, 3"})
    void noticesWhereverAnImageIsCutOff(String format, int frames) throws IOException {
        var whole = TestImages.encoded(format, frames);
        assertThat(ImageMetadata.of(whole).isWhole()).isTrue();

        for (var length = 13; length < whole.length; length++) {
            var cut = ImageMetadata.of(Arrays.copyOf(whole, length));

            assertThat(cut.isWhole()).as("%d of %d bytes", length, whole.length).isFalse();
        }
    }

    @Test
    void takesTheEndOfAThumbnailForNoEnd() {
        var thumbnail = TestImages.jpeg("thumbnail", 160, 90);
        var photo = TestImages.jpeg(new String(thumbnail, ISO_8859_1), 1920, 1080);
        var cut = Arrays.copyOf(photo, photo.length - 2);

        assertThat(ImageMetadata.of(photo).isWhole()).isTrue();
        assertThat(ImageMetadata.of(cut).isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void readsEveryCutAndScrambledImageToAnEnd(String format) throws IOException {
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
    void isKeptAsTextAndReadAgain(FileFormat format) {
        var isImage = format.type().isPresent();
        var size = isImage ? Optional.of(new Dimensions(960, 540)) : Optional.<Dimensions>empty();

        for (var content : List.of(
                new ImageMetadata(format, size, true),
                new ImageMetadata(format, size, false),
                ImageMetadata.broken(format))) {
            assertThat(ImageMetadata.parse(content.asText())).contains(content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PNG", "ANIMATED_GIF", "TIFF 5x5", "", "PNG 0x5", "PNG 9999999999x5", "PNG 5x5 CUT_OFF more"})
    void looksAgainAtWhatWasKeptOtherwise(String text) {
        assertThat(ImageMetadata.parse(text)).isEmpty();
    }
}
