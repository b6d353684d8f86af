package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.support.DisplayWidth;
import org.junit.jupiter.api.Test;

class LineWrapTest {
    @Test
    void breaksBetweenWords() {
        assertThat(LineWrap.wrap("Set it to the bot's token", 10)).containsExactly("Set it to", "the bot's", "token");
    }

    @Test
    void keepsOptionsAndAddressesWhole() {
        assertThat(LineWrap.wrap("like event:events/winter or https://discord.com/developers", 20))
                .containsExactly("like", "event:events/winter", "or", "https://discord.com/developers");
    }

    @Test
    void countsTheColumnsOfWideCharacters() {
        assertThat(LineWrap.wrap("今日は日本のお正月です。みんなで新しい年をむかえましょう", 20))
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(DisplayWidth.columns(line)).isLessThanOrEqualTo(20));
    }
}
