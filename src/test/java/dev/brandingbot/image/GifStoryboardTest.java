package dev.brandingbot.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GifStoryboardTest {
    private static final int SIDE = 40;

    @Test
    void showsFirstAndMostDifferentFrames() {
        var white = Collections.nCopies(5, Color.WHITE);
        var frames = Stream.of(white, List.of(Color.RED), white, List.of(Color.GREEN, Color.BLUE), white)
                .flatMap(List::stream)
                .toArray(Color[]::new);

        assertThat(cells(board(frames))).containsExactly(Color.WHITE, Color.RED, Color.GREEN, Color.BLUE);
    }

    @Test
    void distinguishesGifsWithSameFirstFrame() {
        var red = cells(board(Color.WHITE, Color.RED));
        var blue = cells(board(Color.WHITE, Color.BLUE));

        assertThat(red).containsExactly(Color.WHITE, Color.RED, Color.WHITE, Color.RED);
        assertThat(blue).containsExactly(Color.WHITE, Color.BLUE, Color.WHITE, Color.BLUE);
    }

    @Test
    void findsLateFramesOfLongAnimation() {
        var frames = IntStream.range(0, 500)
                .mapToObj(i -> i > 400 ? Color.BLUE : Color.WHITE)
                .toArray(Color[]::new);

        assertThat(cells(board(frames))).contains(Color.WHITE, Color.BLUE);
    }

    @Test
    void fitsIntoBox() {
        var board = board(Color.WHITE, Color.RED);

        assertThat(board.getWidth()).isEqualTo(SIDE);
        assertThat(board.getHeight()).isEqualTo(SIDE);
    }

    @Test
    void isEmptyUnlessAnimatedGif() {
        assertThat(GifStoryboard.read(TestImages.gif("still"), SIDE, SIDE)).isEmpty();
        assertThat(GifStoryboard.read(TestImages.png("no gif"), SIDE, SIDE)).isEmpty();
        assertThat(GifStoryboard.read(new byte[0], SIDE, SIDE)).isEmpty();
    }

    @Test
    void handlesGifTruncatedAnywhere() {
        var gif = Drawings.animation(SIDE, Color.WHITE, Color.RED, Color.BLUE);

        for (var length = 0; length < gif.length; length++) {
            assertThat(GifStoryboard.read(Arrays.copyOf(gif, length), SIDE, SIDE))
                    .isNotNull();
        }
    }

    private static BufferedImage board(Color... frames) {
        return GifStoryboard.read(Drawings.animation(SIDE, frames), SIDE, SIDE).orElseThrow();
    }

    private static List<Color> cells(BufferedImage board) {
        return IntStream.range(0, 4)
                .mapToObj(cell -> new Color(board.getRGB(10 + cell % 2 * 20, 10 + cell / 2 * 20)))
                .toList();
    }
}
