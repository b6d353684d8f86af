package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "'', 5, ''",
        "abcde, 5, abcde",
        "abcdef, 5, abcd…",
        "abcdef, 2, a…",
        "abcdef, 1, …",
    })
    void addsEllipsisToTruncatedText(String text, int limit, String expected) {
        assertThat(Texts.cut(text, limit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "🎃🎃🎃, 6, 🎃🎃🎃",
        "🎃🎃🎃, 5, 🎃🎃…",
        "🎃🎃🎃, 4, 🎃…",
        "🎃🎃🎃, 3, 🎃…",
        "🎃🎃🎃, 2, …",
    })
    void doesNotSplitEmoji(String text, int limit, String expected) {
        assertThat(Texts.cut(text, limit)).isEqualTo(expected);
    }

    @Test
    void neverExceedsLimit() {
        var text = "a🎃é".repeat(50);

        for (var limit = 1; limit <= text.length(); limit++) {
            assertThat(Texts.cut(text, limit)).hasSizeLessThanOrEqualTo(limit);
        }
    }
}
