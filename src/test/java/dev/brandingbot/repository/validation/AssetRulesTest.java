package dev.brandingbot.repository.validation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.Dimensions;
import dev.brandingbot.image.format.FileFormat;
import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.image.format.Integrity;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.testing.TestImages;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetRulesTest {
    private static final String PATH = "events/pride/banners/flag.";
    private static final Dimensions BANNER = new Dimensions(960, 540);

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF", "gif, ANIMATED_GIF"})
    void rejectsUndecodableImage(String extension, FileFormat format) {
        for (var integrity :
                List.of(Integrity.TRUNCATED, Integrity.BAD_HEADER, Integrity.BAD_CHECKSUM, Integrity.BAD_DATA)) {
            var image = new ImageMetadata(format, Optional.of(BANNER), integrity);

            assertThat(AssetRules.error(PATH + extension, image))
                    .map(Finding::code)
                    .contains("truncated-image");
        }
    }

    @Test
    void explainsUndecodableImage() {
        var damaged = new ImageMetadata(FileFormat.PNG, Optional.of(BANNER), Integrity.BAD_CHECKSUM);

        assertThat(AssetRules.error(PATH + "png", damaged))
                .map(Finding::message)
                .contains("The image is damaged: its checksum is wrong. Export it again and upload the whole file.");
    }

    @Test
    void warnsAboutMissingEndMarker() {
        var image = new ImageMetadata(FileFormat.JPEG, Optional.of(BANNER), Integrity.UNTERMINATED);

        assertThat(AssetRules.error(PATH + "jpg", image)).isEmpty();
        assertThat(AssetRules.warnings(AssetKind.BANNER, PATH + "jpg", image))
                .extracting(Finding::code)
                .containsExactly("no-end-marker");
    }

    @ParameterizedTest
    @CsvSource({"40000, 40000", "10001, 10", "10, 10001", "8000, 8000", "2147483647, 2147483647"})
    void rejectsTooManyPixels(int width, int height) {
        var bomb = header(width, height);

        var content = ImageMetadata.of(bomb);

        assertThat(bomb).hasSizeLessThan(1000);
        assertThat(AssetRules.error(PATH + "png", content)).map(Finding::code).contains("too-many-pixels");
        assertThat(ImageMetadata.parse(content.asText())).contains(content);
    }

    @ParameterizedTest
    @CsvSource({
        "ICON, 512, 512, ''",
        "ICON, 1024, 1024, ''",
        "ICON, 256, 256, ''",
        "ICON, 128, 128, ''",
        "ICON, 127, 127, resolution-too-low",
        "ICON, 800, 600, wrong-aspect-ratio",
        "ICON, 5000, 5000, resolution-too-high",
        "BANNER, 960, 540, ''",
        "BANNER, 1920, 1081, ''",
        "BANNER, 1914, 1071, ''",
        "BANNER, 1990, 1150, wrong-aspect-ratio",
        "BANNER, 512, 512, wrong-aspect-ratio",
        "BANNER, 5000, 2813, resolution-too-high",
        "BANNER, 640, 360, ''",
        "BANNER, 480, 270, ''",
        "BANNER, 478, 269, resolution-too-low",
        "BANNER, 400, 400, wrong-aspect-ratio resolution-too-low",
    })
    void warnsAboutDimensions(AssetKind kind, int width, int height, String codes) {
        var image = new ImageMetadata(FileFormat.PNG, Optional.of(new Dimensions(width, height)), Integrity.COMPLETE);

        var flaws = AssetRules.warnings(kind, PATH + "png", image);

        assertThat(flaws.stream().map(Finding::code).collect(joining(" "))).isEqualTo(codes);
        assertThat(flaws).noneMatch(Finding::isError);
    }

    @Test
    void suggestsRightExtension() {
        assertThat(AssetRules.error(PATH + "png", content(FileFormat.JPEG)))
                .map(Finding::message)
                .contains("This is a JPEG image. Rename it to `flag.jpg`.");
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "PNG, PNG", "jpg, JPEG", "JPeG, JPEG", "gif, GIF", "gif, ANIMATED_GIF"})
    void acceptsMatchingExtension(String extension, FileFormat format) {
        assertThat(AssetRules.error(PATH + extension, content(format))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OTHER, not-an-image", "SVG, not-an-image", "WEBP, not-an-image", "LFS_POINTER, lfs-pointer"})
    void rejectsFileThatIsNotAnImage(FileFormat format, String code) {
        assertThat(AssetRules.error(PATH + "png", content(format)))
                .map(Finding::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "flag.png, 100644, 5, ''",
        "flag.PNG, 100755, 10485760, ''",
        "flag.png, 100644, 10485761, file-too-large",
        "flag.png, 100644, 0, empty-file",
        "flag.png, 120000, 5, not-a-file",
        "flag.png, 160000, 0, not-a-file",
        "flag.svg, 100644, 5, not-an-image",
        "flag.webp, 100644, 5, not-an-image",
        ".gitkeep, 100644, 0, not-an-image",
        "png, 100644, 5, not-an-image",
    })
    void checksNameModeAndSize(String name, String mode, long size, String code) {
        var file = new TreeEntry("events/pride/banners/" + name, mode, TreeEntry.NO_SHA, size);

        assertThat(AssetRules.error(file).map(Finding::code).orElse("")).isEqualTo(code);
        assertThat(AssetRules.error(file).filter(Finding::isError)).isEmpty();
    }

    /** A PNG that says that it has so many pixels. */
    private static byte[] header(int width, int height) {
        var png = ByteBuffer.wrap(TestImages.png("bomb"));
        var header = new byte[13];
        png.position(16).get(header);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        return png.position(8).put(TestImages.chunk("IHDR", header)).array();
    }

    private static ImageMetadata content(FileFormat format) {
        return new ImageMetadata(format, Optional.of(BANNER), Integrity.COMPLETE);
    }
}
