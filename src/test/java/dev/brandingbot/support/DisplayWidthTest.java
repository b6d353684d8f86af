package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({"Pride, 5", "Évergreen – ×, 13", "e\u0301, 1", "お正月, 6", "설날, 4", "ｱｲ, 2", "Ａ, 2", "🎃, 2", "Ёлка, 4"})
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.columns(text)).isEqualTo(columns);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(DisplayWidth.prefix("お正月", 5)).isEqualTo("お正");
        assertThat(DisplayWidth.prefix("a🎃", 2)).isEqualTo("a");
        assertThat(DisplayWidth.prefix("Pride", 9)).isEqualTo("Pride");
    }
}
