package dev.brandingbot.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageContentTest {
    private static final String PATH = "events/pride/banners/flag.";

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void tellsTheTypeByTheContent(String format, ImageType type) throws IOException {
        var content = ImageContent.of(image(format, 1));

        assertThat(content.type()).contains(type);
        assertThat(content.isAnimated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20})
    void callsAGifWithSeveralFramesAnimated(int frames) throws IOException {
        var content = ImageContent.of(image("gif", frames));

        assertThat(content).isEqualTo(ImageContent.ANIMATED_GIF);
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
    void tellsWhatDiscordDoesNotTake(String text, ImageContent expected) {
        assertThat(ImageContent.of(text.getBytes(UTF_8))).isEqualTo(expected);
    }

    @Test
    void readsEveryCutAndScrambledGifToAnEnd() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var gif = image("gif", 3);

        for (var length = 0; length < gif.length; length++) {
            var broken = Arrays.copyOf(gif, length);
            if (length > 13) {
                broken[13 + random.nextInt(length - 13)] = (byte) random.nextInt();
            }
            assertThatCode(() -> ImageContent.of(broken)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void saysHowToMendAWrongExtension() {
        assertThat(AssetRules.problem(PATH + "png", ImageContent.JPEG))
                .map(Finding::message)
                .contains("By its content this is a JPEG: rename it so that its name ends in .jpg.");
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "PNG, PNG", "jpg, JPEG", "JPeG, JPEG", "gif, GIF", "gif, ANIMATED_GIF"})
    void takesWhatIsNamedAsItIs(String extension, ImageContent content) {
        assertThat(AssetRules.problem(PATH + extension, content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OTHER, not-an-image", "SVG, not-an-image", "WEBP, not-an-image", "LFS_POINTER, lfs-pointer"})
    void refusesWhatIsNoImage(ImageContent content, String code) {
        assertThat(AssetRules.problem(PATH + "png", content)).map(Finding::code).contains(code);
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
