package dev.brandingbot.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventSummary;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'a\nb.png',a\\u000ab.png",
                "'\u001b[2Ja.png',\\u001b[2Ja.png",
                "'a\u0085b',a\\u0085b",
                "'a\u2028b\u2029c',a\\u2028b\\u2029c",
                "'gnp.\u202eexe',gnp.\\u202eexe",
                "'a\u200bb\ufeff\u3164',a\\u200bb\\ufeff\\u3164",
                "'\u2066a\u2069\u200f\u061c',\\u2066a\\u2069\\u200f\\u061c",
            })
    void escapesLineBreaksAndDirectionMarks(String text, String shown) {
        assertThat(SafeText.toSingleLine(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flag.png", "../a b/ü.png", "été", "דגל.png", "👩‍👩‍👧🏳️‍🌈", "$1 \\ `x`"})
    void keepsOtherCharacters(String text) {
        assertThat(SafeText.toSingleLine(text)).isEqualTo(text);
    }

    @Test
    void keepsEmoji() {
        var text = "🎃".repeat(255);

        assertThat(SafeText.toSingleLine(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "events/\u3164,          , events/\\u3164",
        "events/_\u200b-,        , events/_\\u200b-",
        "events/pride,      \u3164, Pride",
    })
    void showsPathIfNameIsInvisible(String path, String name, String title) {
        assertThat(new EventSummary(path, Optional.ofNullable(name), Optional.empty(), 0).title())
                .isEqualTo(title);
    }

    @Test
    void titlesAreSanitized() {
        assertThat(new EventSummary("events/pride\u202e_\u0007day", Optional.empty()).title())
                .isEqualTo("Pride\\u202e \\u0007day");
    }
}
