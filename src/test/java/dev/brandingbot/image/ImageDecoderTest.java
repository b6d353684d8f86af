package dev.brandingbot.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.TestImages;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
    private static final int IHDR = 12;

    @Test
    void scalesDownLargeImage() {
        var thumbnail =
                ImageDecoder.read(Drawings.png(3000, 1500, Color.RED), 96, 96).orElseThrow();

        assertThat(thumbnail.getWidth()).isEqualTo(96);
        assertThat(thumbnail.getHeight()).isEqualTo(48);
        assertThat(new Color(thumbnail.getRGB(48, 24))).isEqualTo(Color.RED);
    }

    @Test
    void keepsSmallImage() {
        assertThat(ImageDecoder.read(Drawings.png(20, 10, Color.RED), 96, 96)
                        .orElseThrow()
                        .getWidth())
                .isEqualTo(20);
    }

    @Test
    void averagesPixelsWhenScalingDown() {
        var image = Drawings.filled(256, 256, Color.WHITE);
        for (var x = 0; x < 256; x += 2) {
            Drawings.fill(image, x, x + 1, Color.BLACK);
        }

        var thumbnail = ImageDecoder.read(ImageEncoder.png(image), 64, 64).orElseThrow();

        assertThat(new Color(thumbnail.getRGB(32, 32)).getRed()).isBetween(110, 145);
    }

    @Test
    void usesFirstFrameOfAnimation() {
        assertThat(ImageDecoder.read(TestImages.animatedGif("text"), 96, 96)).isPresent();
    }

    @Test
    void drawsFirstGifFrameOnScreen() {
        var gif = Drawings.gif(400, 200, 300, 150, Color.RED);

        var image = ImageDecoder.read(gif, 1000, 1000).orElseThrow();
        var small = ImageDecoder.read(gif, 40, 40).orElseThrow();

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(image.getRGB(299, 149) >>> 24).as("alpha beside the frame").isZero();
        assertThat(new Color(image.getRGB(300, 150))).isEqualTo(Color.RED);
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(20);
        assertThat(small.getRGB(10, 10) >>> 24).isZero();
        assertThat(new Color(small.getRGB(35, 17))).isEqualTo(Color.RED);
    }

    @Test
    void cropsToRoundedSquare() {
        var icon = ImageScaler.roundedSquare(Drawings.filled(60, 30, Color.RED), 20, 0.22);

        assertThat(icon.getRGB(0, 0) >>> 24).isZero();
        assertThat(new Color(icon.getRGB(10, 0))).isEqualTo(Color.RED);
        assertThat(icon.getWidth()).isEqualTo(icon.getHeight()).isEqualTo(20);
    }

    @Test
    void rejectsTooManyPixels() {
        assertThat(ImageDecoder.read(withSize(Drawings.png(1, 1, Color.RED), 40_000, 40_000), 96, 96))
                .isEmpty();
        assertThat(ImageDecoder.read(
                        withSize(Drawings.png(1, 1, Color.RED), Integer.MAX_VALUE, Integer.MAX_VALUE), 96, 96))
                .isEmpty();
    }

    @Test
    void rejectsIncompleteImage() {
        var whole = Drawings.png(64, 64, Color.RED);
        assertThat(ImageDecoder.read(new byte[0], 96, 96)).isEmpty();
        assertThat(ImageDecoder.read("version https://git-lfs.github.com/spec/v1".getBytes(UTF_8), 96, 96))
                .isEmpty();
        for (var length = 0; length < whole.length / 2; length++) {
            assertThat(ImageDecoder.read(Arrays.copyOf(whole, length), 96, 96))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    /** The same file, claiming another size. */
    private static byte[] withSize(byte[] png, int width, int height) {
        var changed = ByteBuffer.wrap(png.clone());
        changed.putInt(IHDR + 4, width).putInt(IHDR + 8, height);
        var crc = new CRC32();
        crc.update(changed.array(), IHDR, 17);
        return changed.putInt(IHDR + 17, (int) crc.getValue()).array();
    }
}
