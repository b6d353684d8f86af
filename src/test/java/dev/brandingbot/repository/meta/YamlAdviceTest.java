package dev.brandingbot.repository.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlAdviceTest {
    private static final Pattern EXAMPLE = Pattern.compile("Write (?:`(.+)`\\.|([^`].*`.*))$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pi Day: 3.14",
                "Time:",
                "@home",
                "`code`",
                "%off",
                "*Pride*",
                "* star",
                "&Juliet",
                "& friends",
                "&Romeo and Juliet",
                "!important",
                "! x",
                "!Party time",
                "#hashtag",
                "[Pride] Month",
                "[Pride",
                "{Pride}",
                "{Pride} Month",
                "{Pride",
                "] x",
                "} x",
                ", x",
                "| x",
                "|x",
                "> x",
                "- Pride",
                "? x",
                ": x",
                "\"Pride\" Month",
                "'Rock' 'n' Roll",
                "'Rock' \"n\" Roll: live",
                "'tis the season",
                "Rock 'n' Roll: live",
                "\\o/: hello",
            })
    void suggestsHowToQuoteName(String name) {
        for (var setting : List.of("name", "credits")) {
            var finding = onlyFinding(settings(setting + ": " + name));

            assertThat(finding.line()).contains(3);
            assertThat(finding.message()).contains("Put the value in quotes, because it ");
            assertThat(read(settings(example(finding))).findings()).isEmpty();
        }
        assertThat(read(settings(example(onlyFinding(settings("name: " + name)))))
                        .meta()
                        .name())
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "name: \"Pride     ; name: \"Pride\"",
                "name: @home # sweet ; name: \"@home\"",
                "name: \"C:\\x\"   ; name: 'C:\\x'",
                "credits: [@ana, Ben] ; credits: [\"@ana\", \"Ben\"]",
                "credits:/  - @ana/  - Ben ; - \"@ana\"",
                "name:Pride        ; name: Pride",
                "name=Pride        ; name: Pride",
                "name = Pride      ; name: Pride",
                "name Pride        ; name: Pride",
                "name\uff1aPride  ; name: Pride",
                "name\uff1a Pride ; name: Pride",
                "name:\"Pride\"  ; name: \"Pride\"",
            })
    void suggestsHowToWriteLine(String written, String right) {
        var finding = onlyFinding(settings(written.replace("/", "\n")));

        assertThat(finding.message()).endsWith(" Write `" + right + "`.");
        assertThat(finding.line()).contains(written.contains("/") ? 4 : 3);
    }

    @Test
    void rejectsListAsName() {
        assertThat(onlyFinding(settings("name: [Pride]")).message())
                .isEqualTo("Ignored: `name` is not plain text. Put the value in quotes, because it starts with [. Write"
                        + " `name: \"[Pride]\"`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dates:/\t2027: May 1", "\tname: Pride", "credits:/ \t- Ana"})
    void rejectsTabIndentation(String written) {
        assertThat(onlyFinding(settings(written.replace("/", "\n"))).message())
                .isEqualTo("YAML forbids tabs as indentation. Indent with spaces.");
    }

    @ParameterizedTest
    @CsvSource({
        "'start_date: June 1/  end_date: June 2', 3, end_date",
        "'  start_date: June 1/end_date: June 2', 2, start_date"
    })
    void reportsIndentedSetting(String settings, int line, String name) {
        var finding = onlyFinding(settings.replace("/", "\n"));

        assertThat(finding.message())
                .isEqualTo("Remove the spaces before `" + name + "`; all settings must start in the same column.");
        assertThat(finding.line()).contains(line);
    }

    @Test
    void reportsLineBeforeParserError() {
        assertThat(onlyFinding("start_date:June 1\nend_date: June 2").text())
                .isEqualTo("Line 2: Put a colon and a space after the setting's name. Write `start_date: June 1`.");
        assertThat(onlyFinding("fallback: true\nname: \"Pride\npriority: 1").line())
                .contains(3);
    }

    @Test
    void reportsControlCharacter() {
        assertThat(onlyFinding("fallback: true\nname: a\u0007b").text())
                .isEqualTo("Line 3: Remove the character U+0007 BEL, which YAML forbids.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: 'Pi Day: 3.14'",
                "name: Rock 'n' Roll",
                "name: C# day",
                "name: a:b",
                "name: -x",
                "name: !!str 2027",
                "name: &x Pride\ncredits: *x",
                "name: |\n  @home: 1",
                "credits: [Ana, 'B: C']",
                "credits:\n  - Ana\n  - 'B: C'",
                "# a: b: c\nname: Pride # @home",
            })
    void acceptsValidYaml(String settings) {
        assertThat(read(settings(settings)).findings()).isEmpty();
    }

    private static String settings(String line) {
        return "fallback: true\n" + line + "\npriority: 1";
    }

    private static String example(Finding finding) {
        var example = EXAMPLE.matcher(finding.message());
        assertThat(example.find()).as(finding.message()).isTrue();
        return Optional.ofNullable(example.group(1)).orElseGet(() -> example.group(2));
    }

    private static Finding onlyFinding(String settings) {
        assertThat(read(settings).findings()).as(settings).hasSize(1);
        return read(settings).findings().get(0);
    }

    private static MetaFile read(String settings) {
        return MetaFile.read("events/pride/meta.md", ("---\n" + settings + "\n---\nWords").getBytes(UTF_8));
    }
}
