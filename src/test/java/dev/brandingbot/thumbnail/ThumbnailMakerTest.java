package dev.brandingbot.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.ImageFile;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailMakerTest {
    /** In a PNG's header. */
    private static final int WIDTH_AT = 16;

    @ParameterizedTest
    @CsvSource({
        "png, 512, 512, 256, 256",
        "jpeg, 3000, 3000, 256, 256",
        "gif, 256, 256, 256, 256",
        "png, 100, 80, 100, 80",
        "png, 1000, 100, 256, 26",
        "png, 5000, 1, 256, 1"
    })
    void fitsIconIntoSquare(String format, int width, int height, int smallWidth, int smallHeight) throws IOException {
        var image = decoded(picture(Drawings.opaque(format, width, height), AssetKind.ICON));

        assertThat(image.getWidth()).isEqualTo(smallWidth);
        assertThat(image.getHeight()).isEqualTo(smallHeight);
    }

    @Test
    void fitsBannerIntoFrame() throws IOException {
        var image = decoded(picture(Drawings.opaque("jpeg", 1920, 1080), AssetKind.BANNER));

        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getHeight()).isEqualTo(540);
    }

    @Test
    void keepsTransparencyOfIcon() throws IOException {
        var picture = picture(Drawings.transparent(512, 512), AssetKind.ICON);

        assertThat(picture.type()).isEqualTo(ImageType.PNG);
        assertThat(decoded(picture).getRGB(0, 0) >>> 24).isZero();
        assertThat(decoded(picture).getRGB(128, 128) >>> 24).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"ICON, true", "ICON, false", "BANNER, true", "BANNER, false"})
    void neverExceedsMaxBytes(AssetKind kind, boolean hasAlpha) throws IOException {
        var picture = picture(Drawings.noise(1200, 675, hasAlpha), kind);

        assertThat(picture.bytes()).hasSizeLessThanOrEqualTo(ThumbnailMaker.MAX_BYTES);
        assertThat(decoded(picture).getWidth()).isPositive();
    }

    @Test
    void showsFirstFrameOfAnimation() {
        assertThat(ThumbnailMaker.make(TestImages.animatedGif("party"), AssetKind.ICON))
                .isPresent();
    }

    @Test
    void isEmptyForTooManyPixels() {
        var bomb = Drawings.opaque("png", 16, 16);
        ByteBuffer.wrap(bomb).putInt(WIDTH_AT, 40_000).putInt(WIDTH_AT + 4, 40_000);

        assertThat(ThumbnailMaker.make(bomb, AssetKind.BANNER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no image", "GIF89a", "\u0089PNG\r\n\u001a\n", "<svg/>"})
    void isEmptyForInvalidImage(String content) {
        assertThat(ThumbnailMaker.make(content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), AssetKind.ICON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void handlesTruncatedFiles(String format) {
        var whole = Drawings.opaque(format, 64, 64);

        for (var length = 1; length < whole.length; length += 7) {
            assertThat(ThumbnailMaker.make(Arrays.copyOf(whole, length), AssetKind.ICON))
                    .isNotNull();
        }
    }

    private static ImageFile picture(byte[] bytes, AssetKind kind) {
        return ThumbnailMaker.make(bytes, kind).orElseThrow();
    }

    private static BufferedImage decoded(ImageFile picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }
}
