package dev.brandingbot.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifParserTest {
    private static final String COLORS = "\0\0\0\u00ff\u00ff\u00ff";
    private static final String SCREEN = "GIF89a\2\0\2\0\u0080\0\0" + COLORS;
    private static final String SCREEN_WITHOUT_COLORS = "GIF89a\2\0\2\0\0\0\0";

    /** Codes of three bits: clear, 0, 1, clear, 0, 1, end. */
    private static final String FOUR_PIXELS = "\2\3\104\210\24\0";

    private static final String FRAME = frame(0, 0, 2, 2) + FOUR_PIXELS;

    @Test
    void acceptsCompleteImage() {
        assertThat(integrity(SCREEN + FRAME + ";")).isEqualTo(Integrity.COMPLETE);
        assertThat(ImageMetadata.of(bytes(SCREEN + FRAME + FRAME + ";")).format())
                .isEqualTo(FileFormat.ANIMATED_GIF);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 0"})
    void detectsFrameWithoutSize(int width, int height) {
        assertThat(integrity(SCREEN + frame(0, 0, width, height) + FOUR_PIXELS + ";"))
                .isEqualTo(Integrity.BAD_HEADER);
        assertThat(integrity(SCREEN + FRAME + frame(0, 0, width, height) + FOUR_PIXELS + ";"))
                .isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsScreenWithoutSize() {
        assertThat(integrity(SCREEN.replace("\2\0\2\0", "\0\0\2\0") + FRAME + ";"))
                .isEqualTo(Integrity.BAD_HEADER);
    }

    @Test
    void detectsFrameWithoutColors() {
        var withColors = frame(0, 0, 2, 2).replaceAll("\0$", "\u0080") + COLORS + FOUR_PIXELS;

        assertThat(integrity(SCREEN_WITHOUT_COLORS + FRAME + ";")).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(SCREEN_WITHOUT_COLORS + withColors + ";")).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(SCREEN_WITHOUT_COLORS + withColors + FRAME + ";")).isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void detectsMissingPixelsInAnyFrame() {
        var larger = frame(0, 0, 2, 3) + FOUR_PIXELS;
        var empty = frame(0, 0, 2, 2) + "\2\0";

        assertThat(integrity(SCREEN + larger + ";")).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(SCREEN + FRAME + larger + ";")).isEqualTo(Integrity.BAD_DATA);
        assertThat(integrity(SCREEN + FRAME + empty + ";")).isEqualTo(Integrity.BAD_DATA);
    }

    /** A code of three bits that stands for nothing yet: 7 after 0, or 6 just after the clear code 4. */
    @ParameterizedTest
    @ValueSource(strings = {"\2\2\304\1\0", "\2\2\64\0\0", "\0\3\104\210\24\0", "\14\3\104\210\24\0"})
    void detectsInvalidCodes(String data) {
        assertThat(integrity(SCREEN + frame(0, 0, 2, 2) + data + ";")).isEqualTo(Integrity.BAD_DATA);
    }

    @Test
    void acceptsFrameBeyondScreen() {
        assertThat(integrity(SCREEN + frame(1, 1, 2, 2) + FOUR_PIXELS + ";")).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(SCREEN + frame(9, 9, 2, 2) + FOUR_PIXELS + ";")).isEqualTo(Integrity.COMPLETE);
    }

    @Test
    void acceptsHarmlessDefects() {
        var withoutEnd = frame(0, 0, 2, 2) + "\2\3\104\210\0\0";
        var withMore = frame(0, 0, 1, 1) + FOUR_PIXELS;

        assertThat(integrity(SCREEN + withoutEnd + ";")).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(SCREEN + withMore + ";")).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(SCREEN + FRAME + "\0\0" + FRAME + "\0;")).isEqualTo(Integrity.COMPLETE);
        assertThat(integrity(SCREEN + FRAME + ";more")).isEqualTo(Integrity.COMPLETE);
    }

    @Test
    void completesImageWithoutTrailer() {
        var whole = bytes(SCREEN + FRAME + FRAME + ";");
        var gif = bytes(SCREEN + FRAME + FRAME);
        var metadata = ImageMetadata.of(gif);

        assertThat(metadata.integrity()).isEqualTo(Integrity.UNTERMINATED);
        assertThat(metadata.format()).isEqualTo(FileFormat.ANIMATED_GIF);
        assertThat(metadata.completed(gif)).isEqualTo(whole);
    }

    @Test
    void doesNotCompleteTruncatedImage() {
        assertThat(integrity(SCREEN)).isEqualTo(Integrity.TRUNCATED);
        assertThat(integrity(SCREEN + FRAME + "!\u00f9\4\0\0")).isEqualTo(Integrity.TRUNCATED);
        assertThat(integrity(SCREEN + FRAME + FRAME.substring(0, 12))).isEqualTo(Integrity.TRUNCATED);
        assertThat(integrity(SCREEN + FRAME + "junk")).isEqualTo(Integrity.BAD_DATA);
    }

    private static Integrity integrity(String gif) {
        return ImageMetadata.of(bytes(gif)).integrity();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static String frame(int left, int top, int width, int height) {
        return "," + (char) left + "\0" + (char) top + "\0" + (char) width + "\0" + (char) height + "\0\0";
    }
}
