package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutlineFontTest {
    private final OutlineFont font = OutlineFont.semiBold();

    @Test
    void drawsAtGivenPosition() {
        var outline = font.outline("H", 100, 50, 200).getBounds2D();

        assertThat(outline.getMaxY()).isEqualTo(200, within(1.0));
        assertThat(outline.getHeight()).isEqualTo(72.7, within(2.0));
        assertThat(outline.getX()).isBetween(50.0, 62.0);
        assertThat(outline.getMaxX()).isLessThan(50 + font.width("H", 100));
    }

    @Test
    void widthGrowsWithText() {
        assertThat(font.width("Pride", 30)).isEqualTo(2 * font.width("Pride", 15), within(0.001));
        assertThat(font.width("", 30)).isZero();
        assertThat(font.width("PridePride", 30)).isEqualTo(2 * font.width("Pride", 30), within(0.001));
    }

    @Test
    void supportsManyLanguages() {
        var box = font.width("\ue000", 30);
        assertThat("ÄößéñłŻğřĐЖщΩλẶơ".chars().mapToObj(Character::toString))
                .allSatisfy(letter -> assertThat(font.width(letter, 30)).isNotEqualTo(box));
    }

    @Test
    void drawsBoxForUnknownCharacter() {
        assertThat(font.outline("春", 30, 0, 30).getBounds2D().isEmpty()).isFalse();
        assertThat(font.width("春", 30)).isEqualTo(font.width("🎃", 30)).isPositive();
    }

    @Test
    void ignoresCombiningCharacters() {
        assertThat(font.width("🎃\ufe0f", 30)).isEqualTo(font.width("🎃", 30));
        assertThat(font.width("👩\u200d👩", 30)).isEqualTo(2 * font.width("👩", 30), within(0.001));
        assertThat(font.width("e\u0301", 30)).isEqualTo(font.width("é", 30));
    }

    @Test
    void truncatesText() {
        assertThat(font.truncate("Pride", 30, 500)).isEqualTo("Pride");
        var cut = font.truncate("Black History Month", 30, 200);
        assertThat(cut).startsWith("Black").endsWith("…");
        assertThat(font.width(cut, 30)).isLessThanOrEqualTo(200);
        assertThat(font.truncate("🎃".repeat(100), 30, 200)).matches("(🎃)+…");
    }
}
