package dev.brandingbot.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionCheckTest {
    private static final String PATH = "events/pride/meta.md";
    private static final int FIRST_LINE = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Pride** *all* __of__ ~~May~~ June ||spoiler|| `code <b>` 🏳️‍🌈",
                "# One\n## Two\n### Three\n-# small",
                "- a list\n- [ ] of two\n\n1. and one\n\n> quoted\n>>> to the end",
                "```\n| a | b |\n|---|---|\n<br> ![x](y)\n```",
                "[words](https://en.wikipedia.org/wiki/Pride_(festival) \"title\") and <https://example.org> https://example.org",
                "[words](http://example.org/a|b?c=ä#d) [app](discord://-/channels/@me) <mailto:art@example.org>",
                "<t:1700000000:R> <#123> <@123> <@&123> <:party:123> <a:party:123> </branding about:123> <id:customize>",
                "5 < 6 > 4, a & b, 3 * 4 * 5, snake_case_name, [not a link] (really)",
                "",
            })
    void hasNothingAgainstWhatDiscordShows(String description) {
        assertThat(DescriptionCheck.of(PATH, description, FIRST_LINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`A\\n\\n![flag](https://example.org/a.png)` | 7 | images",
                "`A<br>B` | 5 | HTML",
                "`A\\n<!-- later -->\\nB` | 6 | HTML",
                "`A\\n\\n***\\nB` | 7 | line",
                "`A\\n\\nTitle\\n===` | 7 | heading",
                "`#### Four` | 5 | heading",
                "`| a | b |\\n|---|---|\\n| 1 | 2 |` | 5 | tables",
                "`[flag][1]\\n\\n[1]: https://example.org` | 7 | [words](https://example.org)",
            })
    void saysWhatDiscordDoesNotRender(String description, int line, String word) {
        var findings = DescriptionCheck.of(PATH, description.replace("\\n", "\n"), FIRST_LINE);

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-markdown");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.line()).contains(line);
            assertThat(finding.message()).contains(word);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[here]()                       | no address",
                "[here](<>)                     | no address",
                "[here](more.md)                | \"more.md\"",
                "[here](/events)                | whole addresses",
                "[here](#top)                   | whole addresses",
                "[here](www.example.org)        | whole addresses",
                "[here](htps://example.org)     | whole addresses",
                "[here](ftp://example.org)      | whole addresses",
                "[here](https://)               | no website",
                "[here](https://wikipedia)      | no website",
                "[here](https://exa_mple..org)  | no website",
                "[here](https://exa mple.org/)  | no space",
                "[here] (https://example.org/)  | no space",
            })
    void saysWhichLinkLeadsNowhere(String link, String words) {
        var findings = DescriptionCheck.of(PATH, "A\nB " + link + " C", FIRST_LINE);

        assertThat(findings)
                .extracting(Finding::code, finding -> finding.line().orElse(0))
                .containsExactly(tuple("broken-link", 6));
        assertThat(findings.get(0).message()).contains(words);
    }

    @Test
    void saysOnceWhatIsWrongInSeveralLines() {
        var findings = DescriptionCheck.of(PATH, "<b>A</b>\n\nB\n\n<i>C</i><br>\n\n<u>D</u>", FIRST_LINE);

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.line()).contains(5);
            assertThat(finding.message()).endsWith("The same in line 9, 11.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "[", "*a **b ", "<b>", "[a](b", "`", "| a ", "![", "[x]()"})
    void readsWhateverIsNestedToAnEnd(String piece) {
        var findings = DescriptionCheck.of(PATH, piece.repeat((int) MetaFile.LARGEST / piece.length()), FIRST_LINE);

        assertThat(findings).hasSizeLessThan(30);
    }

    @Test
    void readsEveryMixtureToAnEnd() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var pieces = new String[] {
            "\n", "#", " ", "---", "|", "[", "](", ")", "<", ">", "!", "*", "`", "a", "https://", "\\", "&"
        };

        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            IntStream.range(0, random.nextInt(40)).forEach(i -> text.append(pieces[random.nextInt(pieces.length)]));
            var lines = text.toString().lines().count();

            assertThat(DescriptionCheck.of(PATH, text.toString(), 1))
                    .as("seed %d: %s", seed, text)
                    .allMatch(finding ->
                            finding.line().orElse(0) >= 1 && finding.line().orElse(0) <= Math.max(1, lines));
        }
    }
}
