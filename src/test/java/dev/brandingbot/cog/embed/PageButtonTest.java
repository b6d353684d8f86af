package dev.brandingbot.cog.embed;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageButtonTest {
    @ParameterizedTest
    @CsvSource({"123, 0", "123, 39", "9223372036854775807, 999999", "123, -1"})
    void isReadFromItsId(long guild, int page) {
        var button = new PageButton(guild, PageButton.PagedList.HISTORY, page);

        assertThat(PageButton.list(button.id())).contains(button);
        assertThat(button.id()).hasSizeLessThanOrEqualTo(Button.ID_MAX_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "branding:123:calendar:",
                "branding:123:calendar:x",
                "branding:123:calendar:1 ",
                "branding::calendar:1",
                "branding:123:calendar:99999999999",
                "branding:99999999999999999999:calendar:1",
                "branding:123:elsewhere:1",
                "other:123:calendar:1",
            })
    void isNotReadFromOtherIds(String id) {
        assertThat(PageButton.list(id)).isEmpty();
    }
}
