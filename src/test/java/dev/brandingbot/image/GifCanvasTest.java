package dev.brandingbot.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GifCanvasTest {
    private static final String SCREEN = "GIF89a\2\0\2\0\u0080\0\0" + "\u00ff\0\0" + "\0\0\u00ff";
    private static final String RED = "ffff0000";
    private static final String BLUE = "ff0000ff";
    private static final String NOTHING = "0";

    /** Red on the left, blue on the right. */
    private static final String WHOLE = ",\0\0\0\0\2\0\2\0\0\2\3\104\210\24\0";

    @Test
    void drawsEachFrameOntoPreviousOnes() throws IOException {
        var gif = SCREEN
                + control(1) + WHOLE
                + control(2) + bluePixel(0, 1)
                + control(3) + bluePixel(0, 0)
                + control(0) + bluePixel(1, 1)
                + ";";

        assertThat(screens(gif))
                .containsExactly(
                        List.of(RED, BLUE, RED, BLUE),
                        List.of(RED, BLUE, BLUE, BLUE),
                        List.of(BLUE, BLUE, NOTHING, BLUE),
                        List.of(RED, BLUE, NOTHING, BLUE));
    }

    @Test
    void clipsFrameToScreen() throws IOException {
        var gif = SCREEN + WHOLE.replaceFirst("\0\0\0\0", "\1\0\1\0") + bluePixel(7, 7) + ";";

        assertThat(screens(gif))
                .containsExactly(List.of(NOTHING, NOTHING, NOTHING, RED), List.of(NOTHING, NOTHING, NOTHING, RED));
    }

    @Test
    void rejectsTooManyPixels() {
        var wide = SCREEN.replaceFirst("\2\0\2\0", "\u00ff\u00ff\u00ff\u00ff") + WHOLE + ";";
        var frame = SCREEN + WHOLE.replaceFirst("\2\0\2\0", "\u00ff\u00ff\u00ff\u00ff") + ";";

        assertThatThrownBy(() -> screens(wide)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> screens(frame)).isInstanceOf(IOException.class);
    }

    /** The colors of the four pixels after each frame. */
    private static List<List<String>> screens(String gif) throws IOException {
        return GifCanvas.use(gif.getBytes(ISO_8859_1), screen -> 1, canvas -> {
            var screens = new ArrayList<List<String>>();
            while (canvas.drawNext()) {
                var image = canvas.image();
                screens.add(List.of(
                        Integer.toHexString(image.getRGB(0, 0)),
                        Integer.toHexString(image.getRGB(1, 0)),
                        Integer.toHexString(image.getRGB(0, 1)),
                        Integer.toHexString(image.getRGB(1, 1))));
            }
            return screens;
        });
    }

    private static String control(int disposal) {
        return "!\u00f9\4" + (char) (disposal << 2) + "\0\0\0\0";
    }

    private static String bluePixel(int left, int top) {
        return "," + (char) left + "\0" + (char) top + "\0\1\0\1\0\0\2\2L\1\0";
    }
}
