package dev.brandingbot.repository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.testing.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageContentTest {
    private static final String PATH = "events/pride/banners/flag.";

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void tellsTheTypeByTheContent(String format, ImageType type) throws IOException {
        var content = ImageContent.of(image(format, 1));

        assertThat(content.format().type()).contains(type);
        assertThat(content.format().isAnimated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void callsAGifWithSeveralFramesAnimated(int frames) throws IOException {
        var content = ImageContent.of(image("gif", frames));

        assertThat(content)
                .isEqualTo(new ImageContent(FileFormat.ANIMATED_GIF, Optional.of(new PixelSize(8, 8)), true));
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
        assertThat(ImageContent.of(text.getBytes(UTF_8)).format()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void tellsTheSizeAsADecoderDoes(String format) throws IOException {
        var bytes = image(format, 1);
        var decoded = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(ImageContent.of(bytes).size()).contains(new PixelSize(decoded.getWidth(), decoded.getHeight()));
    }

    @ParameterizedTest
    @CsvSource({"png, 1", "jpg, 1", "gif, 1", "gif, 3"})
    void noticesWhereverAnImageIsCutOff(String format, int frames) throws IOException {
        var whole = image(format, frames);
        assertThat(ImageContent.of(whole).isWhole()).isTrue();

        for (var length = 13; length < whole.length; length++) {
            var cut = ImageContent.of(Arrays.copyOf(whole, length));

            assertThat(cut.isWhole()).as("%d of %d bytes", length, whole.length).isFalse();
            assertThat(AssetRules.problem(PATH + format, cut))
                    .map(Finding::code)
                    .contains("cut-off");
        }
    }

    @Test
    void takesTheEndOfAThumbnailForNoEnd() {
        var thumbnail = TestImages.jpeg("thumbnail", 160, 90);
        var photo = TestImages.jpeg(new String(thumbnail, ISO_8859_1), 1920, 1080);
        var cut = Arrays.copyOf(photo, photo.length - 2);

        assertThat(ImageContent.of(photo).isWhole()).isTrue();
        assertThat(ImageContent.of(cut).isWhole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40000, 40000", "10001, 10", "10, 10001", "8000, 8000", "2147483647, 2147483647"})
    void refusesABombOfPixels(int width, int height) {
        var bomb = header(width, height);

        var content = ImageContent.of(bomb);

        assertThat(bomb).hasSizeLessThan(1000);
        assertThat(AssetRules.problem(PATH + "png", content)).map(Finding::code).contains("too-many-pixels");
        assertThat(ImageContent.parse(content.asText())).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void readsEveryCutAndScrambledImageToAnEnd(String format) throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var image = image(format, format.equals("gif") ? 3 : 1);

        for (var length = 0; length < image.length; length++) {
            var broken = Arrays.copyOf(image, length);
            if (length > 3) {
                broken[3 + random.nextInt(length - 3)] = (byte) random.nextInt();
            }
            assertThatCode(() -> ImageContent.of(broken)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKeptAsTextAndReadAgain(FileFormat format) {
        var isImage = format.type().isPresent();
        var size = isImage ? Optional.of(new PixelSize(960, 540)) : Optional.<PixelSize>empty();

        for (var content : List.of(
                new ImageContent(format, size, true),
                new ImageContent(format, size, false),
                ImageContent.broken(format))) {
            assertThat(ImageContent.parse(content.asText())).contains(content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PNG", "ANIMATED_GIF", "TIFF 5x5", "", "PNG 0x5", "PNG 9999999999x5", "PNG 5x5 CUT_OFF more"})
    void looksAgainAtWhatWasKeptOtherwise(String text) {
        assertThat(ImageContent.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ICON, 512, 512, ''",
        "ICON, 1024, 1024, ''",
        "ICON, 511, 511, too-small",
        "ICON, 800, 600, wrong-shape",
        "ICON, 5000, 5000, oversized",
        "BANNER, 960, 540, ''",
        "BANNER, 1920, 1081, ''",
        "BANNER, 1914, 1071, ''",
        "BANNER, 1990, 1150, wrong-shape",
        "BANNER, 512, 512, wrong-shape too-small",
        "BANNER, 5000, 2813, oversized",
        "BANNER, 640, 360, too-small",
    })
    void saysWhatCouldBeBetterAboutASize(AssetKind kind, int width, int height, String codes) {
        var flaws = AssetRules.flaws(kind, PATH + "png", new PixelSize(width, height));

        assertThat(flaws.stream().map(Finding::code).collect(joining(" "))).isEqualTo(codes);
        assertThat(flaws).noneMatch(Finding::isError);
    }

    @Test
    void saysHowToMendAWrongExtension() {
        assertThat(AssetRules.problem(PATH + "png", content(FileFormat.JPEG)))
                .map(Finding::message)
                .contains("By its content this is a JPEG: rename it so that its name ends in .jpg.");
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "PNG, PNG", "jpg, JPEG", "JPeG, JPEG", "gif, GIF", "gif, ANIMATED_GIF"})
    void takesWhatIsNamedAsItIs(String extension, FileFormat format) {
        assertThat(AssetRules.problem(PATH + extension, content(format))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OTHER, not-an-image", "SVG, not-an-image", "WEBP, not-an-image", "LFS_POINTER, lfs-pointer"})
    void refusesWhatIsNoImage(FileFormat format, String code) {
        assertThat(AssetRules.problem(PATH + "png", content(format)))
                .map(Finding::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "flag.png, 100644, 5, ''",
        "flag.PNG, 100755, 10485760, ''",
        "flag.png, 100644, 10485761, too-large",
        "flag.png, 100644, 0, empty-file",
        "flag.png, 120000, 5, not-a-file",
        "flag.png, 160000, 0, not-a-file",
        "flag.svg, 100644, 5, not-an-image",
        "flag.webp, 100644, 5, not-an-image",
        ".gitkeep, 100644, 0, not-an-image",
        "png, 100644, 5, not-an-image",
    })
    void judgesAFileByNameModeAndSize(String name, String mode, long size, String code) {
        var file = new TreeEntry("events/pride/banners/" + name, mode, TreeEntry.NO_SHA, size);

        assertThat(AssetRules.problem(file).map(Finding::code).orElse("")).isEqualTo(code);
        assertThat(AssetRules.problem(file).filter(Finding::isError)).isEmpty();
    }

    /** A PNG that says that it has so many pixels. */
    private static byte[] header(int width, int height) {
        var png = ByteBuffer.wrap(TestImages.png("bomb"));
        png.putInt(16, width);
        png.putInt(20, height);
        return png.array();
    }

    private static ImageContent content(FileFormat format) {
        return new ImageContent(format, Optional.of(new PixelSize(960, 540)), true);
    }

    static byte[] image(String format, int frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            if (frames == 1) {
                writer.write(frame(0));
            } else {
                writer.prepareWriteSequence(null);
                for (var i = 0; i < frames; i++) {
                    writer.writeToSequence(new IIOImage(frame(i), null, null), null);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage frame(int i) {
        var frame = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        frame.setRGB(i % 8, 3, 0xff00ff);
        return frame;
    }
}
