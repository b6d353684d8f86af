package dev.brandingbot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        **bold** and _italic_ and __underlined__      | bold and italic and underlined
        ~~struck~~                                    | struck
        "||a secret||"                                | a secret
        -# small print                                | small print
        ### A heading                                 | A heading
        `code`                                        | code
        [the site](https://example.org/a)             | the site (https://example.org/a)
        <https://example.org>                         | https://example.org
        https://example.org/a_b_c                     | https://example.org/a_b_c
        <:party:123456789012345678> now               | :party: now
        2 \\* 3 \\* 4                                 | 2 * 3 * 4
        Fish &amp; chips                              | Fish & chips
        """)
    void removesMarkdown(String markdown, String text) {
        assertThat(PlainText.fromMarkdown(markdown)).isEqualTo(text);
    }

    @Test
    void keepsParagraphsLinesAndListItems() {
        assertThat(PlainText.fromMarkdown("# Fair\nOne\ntwo\n\n- a\n- b\n\n1. x\n2. y\n\n```\ncode\n```\n"))
                .isEqualTo("Fair\n\nOne\ntwo\n\n- a\n- b\n\n1. x\n2. y\n\ncode");
    }
}
