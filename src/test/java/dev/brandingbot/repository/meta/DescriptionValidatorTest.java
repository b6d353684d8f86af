package dev.brandingbot.repository.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.repository.finding.Finding;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionValidatorTest {
    private static final String PATH = "events/pride/meta.md";
    private static final int FIRST_LINE = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Pride** *all* __of__ ~~May~~ June ||spoiler|| `code <b>` 🏳️‍🌈",
                "# One\n## Two\n### Three\n-# small",
                "- a list\n- of two\n  - and more\n\n* stars\n\n1. and one\n\n> quoted\n>>> to the end",
                "- [x](https://example.org) marks\n- [more] words [^_^] \\[^1]",
                "[https:// is safe](https://example.org) [**b** `c`](<https://example.org>)",
                "AT&T; R&D, &copy, a &amp b, `&amp; ~~~ [^1]`, \\&amp; and 100 &%;",
                "```js\n- [ ] &nbsp; ~~~\n```\nand ```one line```",
                "A  \nB\nC \\* D",
                "```\n| a | b |\n|---|---|\n<br> ![x](y)\n```",
                "[text](https://en.wikipedia.org/wiki/Pride_(festival) \"title\") and <https://example.org>"
                        + " https://example.org",
                "[words](http://example.org/a|b?c=ä#d) [app](discord://-/channels/@me) <mailto:art@example.org>",
                "<t:1700000000:R> <#123> <@123> <@&123> <:party:123> <a:party:123> </branding about:123>"
                        + " <id:customize>",
                "5 < 6 > 4, a & b, 3 * 4 * 5, snake_case_name, [not a link] (really)",
                "",
            })
    void acceptsWhatDiscordRenders(String description) {
        assertThat(DescriptionValidator.validate(PATH, description, FIRST_LINE)).isEmpty();
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
                "`A [https://example.org/a](https://example.org/b).` | 5 | URL",
                "`A [the *site* http://ex.org](https://example.org/b).` | 5 | URL",
                "`A [](https://example.org/b).` | 5 | without text",
                "`A\\n~~~\\ncode\\n~~~` | 6 | ~~~",
                "`A\\n\\n^^^js\\ncode` | 7 | not closed",
                "`- [ ] one\\n- two` | 5 | task",
                "`- one\\n  1. [x] two` | 6 | task",
                "`- [ ]` | 5 | task",
                "`Fish &amp; chips` | 5 | entities",
                "`Fish\\n**&nbsp;**` | 6 | entities",
                "`&#39;&#x27;` | 5 | entities",
                "`[chips](https://example.org/?a=1&amp;b=2)` | 5 | entities",
                "`A note[^1]` | 5 | footnotes",
                "`A\\n\\n[^note]: The words.` | 7 | footnotes",
                "`> [!NOTE]\\n> Words` | 5 | alerts",
                "`A\\\\nB` | 5 | backslash",
                "`| a | b |\\n|---|---|\\n| 1 | 2 |` | 5 | tables",
                "`[flag][1]\\n\\n[1]: https://example.org` | 7 | [text](https://example.org)",
            })
    void reportsUnsupportedMarkdown(String description, int line, String word) {
        var findings = DescriptionValidator.validate(
                PATH, description.replace("\\n", "\n").replace("^^^", "```"), FIRST_LINE);

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unsupported-markdown");
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
                "[here](/events)                | whole address",
                "[here](#top)                   | whole address",
                "[here](www.example.org)        | whole address",
                "[here](htps://example.org)     | whole address",
                "[here](ftp://example.org)      | whole address",
                "[here](https://)               | public website",
                "[here](https://wikipedia)      | public website",
                "[here](https://exa_mple..org)  | public website",
                "[here](https://exa mple.org/)  | Remove spaces",
                "[here] (https://example.org/)  | Remove spaces",
            })
    void reportsBrokenLink(String link, String words) {
        var findings = DescriptionValidator.validate(PATH, "A\nB " + link + " C", FIRST_LINE);

        assertThat(findings)
                .extracting(Finding::code, finding -> finding.line().orElse(0))
                .containsExactly(tuple("broken-link", 6));
        assertThat(findings.get(0).message()).contains(words);
    }

    @Test
    void reportsRepeatedProblemOnce() {
        var findings = DescriptionValidator.validate(PATH, "<b>A</b>\n\nB\n\n<i>C</i><br>\n\n<u>D</u>", FIRST_LINE);

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.line()).contains(5);
            assertThat(finding.message()).endsWith(" Also in line 9, 11.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "[", "*a **b ", "<b>", "[a](b", "`", "| a ", "![", "[x]()"})
    void handlesDeepNesting(String piece) {
        var findings = DescriptionValidator.validate(
                PATH, piece.repeat((int) MetaFile.MAX_BYTES / piece.length()), FIRST_LINE);

        assertThat(findings).hasSizeLessThan(30);
    }

    @Test
    void handlesRandomMarkdown() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var pieces = new String[] {
            "\n", "#", " ", "---", "|", "[", "](", ")", "<", ">", "!", "*", "`", "a", "https://", "\\", "&"
        };

        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            IntStream.range(0, random.nextInt(40)).forEach(i -> text.append(pieces[random.nextInt(pieces.length)]));
            var lines = text.toString().lines().count();

            assertThat(DescriptionValidator.validate(PATH, text.toString(), 1))
                    .as("seed %d: %s", seed, text)
                    .allMatch(finding ->
                            finding.line().orElse(0) >= 1 && finding.line().orElse(0) <= Math.max(1, lines));
        }
    }
}
