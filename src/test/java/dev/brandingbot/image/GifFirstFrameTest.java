package dev.brandingbot.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.image.format.ImageMetadata;
import dev.brandingbot.testing.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GifFirstFrameTest {
    private static final long MAX_BYTES = 10_240L << 10;
    private static final int GIF_HEADER = 13;
    private static final int SCREEN_WIDTH = 6;
    private static final int SCREEN_HEIGHT = 8;
    private static final int DESCRIPTOR_LEFT = 1;

    @Test
    void returnsPngInSizeOfGif() throws IOException {
        var frame = decoded(gif(30, 20, Color.RED));

        assertThat(frame.getWidth()).isEqualTo(30);
        assertThat(frame.getHeight()).isEqualTo(20);
        assertThat(new Color(frame.getRGB(29, 19))).isEqualTo(Color.RED);
    }

    @Test
    void returnsFirstOfSeveralFrames() {
        var gif = TestImages.animatedGif("party");

        assertThat(firstFrame(gif))
                .hasValueSatisfying(
                        png -> assertThat(ImageMetadata.of(png)).isEqualTo(ImageMetadata.of(TestImages.png("any"))));
    }

    @Test
    void keepsPositionOnScreen() throws IOException {
        var gif = gif(10, 10, Color.BLUE);
        word(gif, SCREEN_WIDTH, 40);
        word(gif, SCREEN_HEIGHT, 30);
        word(gif, descriptor(gif) + DESCRIPTOR_LEFT, 20);

        var frame = decoded(gif);

        assertThat(frame.getWidth()).isEqualTo(40);
        assertThat(frame.getHeight()).isEqualTo(30);
        assertThat(new Color(frame.getRGB(25, 5))).isEqualTo(Color.BLUE);
        assertThat(frame.getRGB(5, 5) >>> 24).as("alpha beside the frame").isZero();
    }

    @Test
    void usesFrameSizeIfScreenHasNone() throws IOException {
        var gif = gif(12, 8, Color.GREEN);
        word(gif, SCREEN_WIDTH, 0);

        assertThat(decoded(gif).getWidth()).isEqualTo(12);
    }

    @Test
    void scalesDownLargeFrame() throws IOException {
        var frame = decoded(gif(6000, 3000, Color.RED));

        assertThat(frame.getWidth()).isEqualTo(2000);
        assertThat(frame.getHeight()).isEqualTo(1000);
    }

    @Test
    void rejectsTooManyPixels() throws IOException {
        var wideScreen = gif(10, 10, Color.RED);
        word(wideScreen, SCREEN_WIDTH, 65_000);
        word(wideScreen, SCREEN_HEIGHT, 65_000);
        var wideFrame = gif(10, 10, Color.RED);
        word(wideFrame, descriptor(wideFrame) + 5, 65_000);
        word(wideFrame, descriptor(wideFrame) + 7, 65_000);

        assertThat(firstFrame(wideScreen)).isEmpty();
        assertThat(firstFrame(wideFrame)).isEmpty();
    }

    @Test
    void isEmptyForInvalidGif() throws IOException {
        var gif = gif(30, 20, Color.RED);

        assertThat(firstFrame("GIF89a".getBytes(ISO_8859_1))).isEmpty();
        assertThat(firstFrame(java.util.Arrays.copyOf(gif, descriptor(gif) + 4)))
                .isEmpty();
        assertThat(firstFrame(new byte[0])).isEmpty();
    }

    private static BufferedImage decoded(byte[] gif) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(firstFrame(gif).orElseThrow()));
    }

    private static byte[] gif(int width, int height, Color colour) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var gif = new ByteArrayOutputStream();
        ImageIO.write(image, "gif", gif);
        return gif.toByteArray();
    }

    /** Where the description of the first frame begins: behind the colours, and what extensions there are. */
    private static int descriptor(byte[] gif) {
        var at = GIF_HEADER + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
        while (gif[at] != ',') {
            at += 2;
            while (gif[at] != 0) {
                at += (gif[at] & 0xff) + 1;
            }
            at++;
        }
        return at;
    }

    private static void word(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    private static Optional<byte[]> firstFrame(byte[] gif) {
        return GifFirstFrame.png(gif, MAX_BYTES);
    }
}
