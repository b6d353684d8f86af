package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.testing.Drawings;
import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventColorsTest {
    @ParameterizedTest
    @ValueSource(ints = {0x000030, 0x300000, 0xff0000, 0x0000ff, 0x00ff00, 0xffff00, 0x8899aa, 0xccd5ff, 0x401040})
    void contrastsWithBackground(int rgb) {
        var colour = EventColors.of(Drawings.filled(8, 8, new Color(rgb))).orElse(EventColors.GRAY);

        assertThat(EventColors.contrast(colour, YearImagePainter.GROUND)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void contrastsWithBackgroundWithoutImage() {
        assertThat(IntStream.range(0, 400).mapToObj(i -> EventColors.of("events/" + i)))
                .allSatisfy(colour -> assertThat(EventColors.contrast(colour, YearImagePainter.GROUND))
                        .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void usesFewColorfulPixelsOnGray() {
        var image = Drawings.filled(100, 50, new Color(0x313338));
        Drawings.fill(image, 40, 52, new Color(0x2faf64));

        assertThat(hue(EventColors.of(image).orElseThrow())).isBetween(0.36f, 0.42f);
    }

    @Test
    void usesMoreFrequentColor() {
        var image = Drawings.filled(100, 50, Color.BLUE);
        Drawings.fill(image, 0, 60, Color.RED);

        assertThat(hue(EventColors.of(image).orElseThrow())).isBetween(0f, 0.02f);
    }

    @Test
    void isEmptyForGrayOrTransparentImage() {
        assertThat(EventColors.of(Drawings.filled(8, 8, Color.GRAY))).isEmpty();
        assertThat(EventColors.of(Drawings.filled(8, 8, new Color(255, 0, 0, 10))))
                .isEmpty();
    }

    @Test
    void computesWcagContrast() {
        assertThat(EventColors.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(EventColors.contrast(Color.RED, Color.RED)).isEqualTo(1);
    }

    private static float hue(Color colour) {
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[0];
    }
}
