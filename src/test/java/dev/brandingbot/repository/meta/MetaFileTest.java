package dev.brandingbot.repository.meta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaFileTest {
    private static final String PATH = "events/pride/meta.md";
    private static final String HOW =
            "Write a month and a day (`July 10`), a rule (`first Saturday of May`) or a holiday (`Easter`).";
    private static final String VALID =
            "---\nstart_date: June 1\nend_date: June 30\n---\n**Pride** 🏳️‍🌈\n\nAll of June.\n";

    @Test
    void readsDatesAndDescription() {
        var file = read(VALID);

        assertThat(file.findings()).isEmpty();
        assertThat(file.meta().dates()).map(EventDates::describe).contains("June 1 – June 30");
        assertThat(file.meta().description()).isEqualTo("**Pride** 🏳️‍🌈\n\nAll of June.");
    }

    @Test
    void readsAFallback() {
        var file = read("---\nfallback: true\n---\nEvergreen");

        assertThat(file.findings()).isEmpty();
        assertThat(file.meta().dates()).isEmpty();
        assertThat(file.meta().description()).isEqualTo("Evergreen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fallback: true / end_date: June 1 | 2 | Ignored: end_date, because a fallback has no dates. Remove"
                        + " it, or remove `fallback: true`.",
                "start_date: soon / end_date: June 1 / fallback: yes | 4 | Ignored: start_date and end_date, because a"
                        + " fallback has no dates. Remove them, or remove `fallback: true`.",
            })
    void ignoresTheDatesOfAFallback(String settings, int line, String message) {
        var file = read("---\n" + settings.replace(" / ", "\n") + "\n---\nWords");

        assertThat(file.findings())
                .containsExactly(
                        Finding.warning("fallback-with-dates", PATH, message).atLine(line));
        assertThat(file.isFallback()).isTrue();
        assertThat(file.meta().dates()).isEmpty();
    }

    @Test
    void acceptsFallbackFalse() {
        var file = read(VALID.replace("start_date", "fallback: false\nstart_date"));

        assertThat(file.findings()).isEmpty();
        assertThat(file.meta().dates()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff%s",
                "\n\n%s",
                "  %s",
                "%s\n\n\n",
            })
    void acceptsSpaceAndByteOrderMarkAroundFile(String around) {
        var file = read(around.formatted(VALID));

        assertThat(inFirstLine(file)).isEqualTo(inFirstLine(read(VALID)));
    }

    @Test
    void acceptsAllLineEndsAndDelimiters() {
        assertThat(inFirstLine(read(VALID.replace("\n", "\r\n")))).isEqualTo(inFirstLine(read(VALID)));
        assertThat(inFirstLine(read(VALID.replace("---\n", "---  \t\n")))).isEqualTo(inFirstLine(read(VALID)));
        assertThat(inFirstLine(read(VALID.replace("---\n", "-----\n")))).isEqualTo(inFirstLine(read(VALID)));
        assertThat(inFirstLine(read(VALID.replace("---\n**", "---\n\n\n**")))).isEqualTo(inFirstLine(read(VALID)));
        assertThat(inFirstLine(read(VALID.strip()))).isEqualTo(inFirstLine(read(VALID)));
        assertThat(inFirstLine(read(VALID.replace("June 1\n", "'june  01'  # the first\n"))))
                .isEqualTo(inFirstLine(read(VALID)));
    }

    @Test
    void keepsLinesOfDashesInTheDescription() {
        var file = read(VALID + "---\nMore");

        assertThat(file.meta().description()).endsWith("All of June.\n---\nMore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nstart_date:\tJune 1\nend_date: \tJune 30\t\n---\n%s",
                "---\nstart_date\t: June\t1 # the first\nend_date: June 30\t# the last\n\t\n\t# all\n---\n%s",
                "---\nstart_date\u00a0:\u00a0June\u00a01\nend_date:\u3000June 30\n---\n%s",
                "---\u00a0\nstart_date: June\u202f1\u200b\n\u200bend_date: June\u2009３０\n\u2014--\n%s",
                "\u200b---\nend_\u00addate: June 30\nstart_date: \u2067June 1\u2069\n---\n%s",
            })
    void acceptsPastedCharacters(String settings) {
        var file = read(settings.formatted("**Pride** 🏳️‍🌈\n\nAll of June."));

        assertThat(inFirstLine(file)).isEqualTo(inFirstLine(read(VALID)));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "start_date: \u041cay 1/duration: 1 day|U+041C CYRILLIC CAPITAL LETTER EM",
                "start_date: June\u200b1/duration: 1 day|U+200B ZERO WIDTH SPACE",
                "start_date: June 1/duration: 1\u00a0week end|U+00A0 NO-BREAK SPACE",
                "dates:/  2027: May 1 \u2192 3|U+2192 RIGHTWARDS ARROW",
            })
    void reportsUnreadablePastedCharacter(String settings, String name) {
        assertThat(read("---\n" + settings.replace("/", "\n") + "\n---\nWords").findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith(" It contains " + name + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\n\u200b", "\u3000\u2800\u3164", "\ufeff", "\u2063", "\u180e\n\n\ufe0f"})
    void treatsInvisibleDescriptionAsMissing(String description) {
        assertThat(read("---\nfallback: true\n---\n" + description).findings())
                .extracting(Finding::code)
                .containsExactly("missing-description");
    }

    @ParameterizedTest
    @CsvSource({"fallback: true\u00a0", "'fallback:\u3000true'", "\ufefffallback: \u200bYes"})
    void acceptsPastedFallback(String setting) {
        var file = read("---\n" + setting + "\npriority: \u2212１０\n---\nWords");

        assertThat(file.findings()).isEmpty();
        assertThat(file.isFallback()).isTrue();
        assertThat(file.meta().priority()).isEqualTo(-10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Jul 10          | Write `July 10`.",
                "Sept 3          | Write `September 3`.",
                "10 July         | Write `July 10`.",
                "July 10th       | Write `July 10`.",
                "the 1st of July | Write `July 1`.",
                "July 10, 2025   | Write `July 10 2025`, or `July 10` for every year.",
                "Febuary 3       | Write `February 3`.",
                "2025-07-10      | Write `July 10 2025`, or `July 10` for every year.",
                "07-25           | Write `July 25`.",
                "07-10           | %s",
                "February 30     | February has no day 30. Its last day is February 29.",
                "June 31         | June has no day 31. Its last day is June 30.",
                "July 32         | July has no day 32. Its last day is July 31.",
                "July            | %s",
                "99-99           | %s",
                "soon            | %s",
                "12              | %s",
            })
    void suggestsHowToWriteDate(String date, String remedy) {
        var file = read(VALID.replace("June 1\n", date + "\n"));

        assertThat(file.findings())
                .containsExactly(Finding.error(
                                "invalid-date",
                                PATH,
                                "Invalid start_date \"" + date + "\". " + remedy.replace("%s", HOW))
                        .atLine(2));
        assertThat(file.findings().get(0).text()).startsWith("Line 2: Invalid start_date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[June 1]", "{June: 1}", "*june", "!!java.net.URL [\"http://localhost\"]", "!date June 1"})
    void rejectsDateThatIsNotText(String value) {
        var file = read(VALID.replace(" June 1\n", " " + value + "\n"));

        assertThat(file.findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.line()).contains(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start_date: June 1                         | missing-dates",
                "end_date: June 1                           | missing-dates",
                "fallback: maybe\\nstart_date: June 1\\nend_date: June 2 | invalid-fallback",
                "fallback: 'true'                           | invalid-fallback",
                "start_date: June 1\\nend_date: June 2\\nend_date: June 3 | invalid-frontmatter",
                "start_date: June 1\\n  end_date: June 2    | invalid-frontmatter",
                "start_date: [June 1                        | invalid-frontmatter",
                "just words                                 | invalid-frontmatter",
                "- a list                                   | invalid-frontmatter",
                "? [a]\\n: b                                | invalid-frontmatter",
                "start_date: June\u0007 1                   | invalid-frontmatter",
            })
    void rejectsInvalidSettings(String settings, String code) {
        var file = read("---\n" + settings.replace("\\n", "\n") + "\n---\nWords");

        assertThat(file.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(file.findings()).allMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "Words only", "---", "---\nfallback: true\n", "fallback: true\n---\nWords"})
    void rejectsFileWithoutSettings(String text) {
        assertThat(read(text).findings()).extracting(Finding::code).containsExactly("no-frontmatter");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        var file = read("---\nstart_date: soon\nend_date: later\nbanner: x.png\n---\n");

        assertThat(file.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("invalid-date", "invalid-date", "unknown-setting", "missing-description");
        assertThat(file.findings())
                .filteredOn("code", "unknown-setting")
                .extracting(Finding::message)
                .containsExactly("Ignored: unknown setting \"banner\". Settings are start_date, end_date, duration,"
                        + " dates, fallback, name, priority, credits.");
    }

    @ParameterizedTest
    @CsvSource({"end-date, end_date", "Start_Date, start_date", "fallbak, fallback", "credit, credits"})
    void suggestsIntendedSetting(String written, String meant) {
        assertThat(read("---\nfallback: true\n%s: x\n---\nWords".formatted(written))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("Ignored: unknown setting \"%s\". Did you mean `%s`?".formatted(written, meant));
    }

    @Test
    void readsOptionalSettings() {
        var meta = read("---\nfallback: true\nname: Eid al-Fitr\npriority: -5\ncredits: Ana ,  Ben\n---\nWords")
                .meta();

        assertThat(meta)
                .isEqualTo(new EventMetadata(
                        Optional.of("Eid al-Fitr"), Optional.empty(), -5, List.of("Ana", "Ben"), "Words"));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "|//  Summer//  Party;Summer Party",
                ">-//  Summer//  Party;Summer Party",
                "Summer//  Party;Summer Party",
                "\"Summer\\nParty\";Summer Party",
                "\"Summer\\u2028\\tParty\\u0085\";Summer Party",
                "\u202eParty\u202c;Party",
                "\u2067Party\u2069\u200f;Party",
                "\"\\u202eParty\\e[2J\";Party[2J",
                "\u00a0Party\u3000;Party",
                "'null';null",
                "2027;2027",
                "No;No",
                "👩‍👩‍👧 \u0645\u06cc\u200c\u062e\u0648;👩‍👩‍👧 \u0645\u06cc\u200c\u062e\u0648",
            })
    void readsNameAsSingleLine(String written, String name) {
        var settings = "name: %s\ncredits: %s".formatted(written, written).replace("//", "\n");
        var file = read("---\nfallback: true\n" + settings + "\n---\nWords");

        assertThat(file.findings()).isEmpty();
        assertThat(file.meta().name()).contains(name);
        assertThat(file.meta().credits()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "Null",
                "~",
                "''",
                "\u00a0",
                "'\u200b'",
                "\u3164",
                "\u2800\ufeff",
                "\"\\u202e\\n\"",
                "null\u00a0",
                "|\n  \u2060\n",
            })
    void treatsInvisibleNameAsMissing(String written) {
        var file = read("---\nfallback: true\nname: %s\ncredits: [%s]\n---\nWords"
                .formatted(written, written.startsWith("|") ? "" : written));

        assertThat(file.meta()).isEqualTo(EventMetadata.of(Optional.empty(), "Words"));
        assertThat(file.findings())
                .extracting(Finding::code, Finding::isError)
                .containsExactly(tuple("invalid-name", false), tuple("invalid-credits", false));
        assertThat(file.findings().get(0).text())
                .isEqualTo("Line 3: Ignored: `name` is empty. Write the name that members see, or remove the line.");
    }

    @Test
    void ignoresNullCredits() {
        assertThat(read("---\nfallback: true\ncredits:\n  - Ana\n  - null\n  - ~\n  -\n  - Ben\n---\nWords")
                        .meta()
                        .credits())
                .containsExactly("Ana", "Ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Ana, Ben]", "\n  - Ana\n  - Ben", "Ana, Ben", "Ana,Ben,", "'Ana, Ben'"})
    void readsCreditsAsTextOrList(String credits) {
        assertThat(read("---\nfallback: true\ncredits: " + credits + "\n---\nWords")
                        .meta()
                        .credits())
                .containsExactly("Ana", "Ben");
    }

    @ParameterizedTest
    @CsvSource({
        "name: '', invalid-name",
        "name: {a: b}, invalid-name",
        "priority: high, invalid-priority",
        "priority: 1.5, invalid-priority",
        "priority: 99999999999, invalid-priority",
        "credits: , invalid-credits",
        "credits: {a: b}, invalid-credits",
    })
    void warnsAboutIgnoredSettings(String line, String code) {
        var file = read("---\nfallback: true\n" + line + "\n---\nWords");

        assertThat(file.findings()).extracting(Finding::code, Finding::isError).containsExactly(tuple(code, false));
        assertThat(file.meta()).isEqualTo(EventMetadata.of(Optional.empty(), "Words"));
    }

    @Test
    void ignoresTooLongName() {
        assertThat(read("---\nfallback: true\nname: " + "x".repeat(101) + "\n---\nWords")
                        .findings())
                .extracting(Finding::code)
                .containsExactly("invalid-name");
    }

    @Test
    void reportsBothMissingDates() {
        assertThat(read("---\n---\nWords").findings())
                .extracting(Finding::code)
                .containsExactly("missing-dates", "missing-dates");
    }

    @Test
    void warnsAboutTooLongDescription() {
        assertThat(read("---\nfallback: true\n---\n" + "😀".repeat(4096)).findings())
                .isEmpty();
        assertThat(read("---\nfallback: true\n---\n" + "😀".repeat(4097)).findings())
                .extracting(Finding::code, Finding::isError)
                .containsExactly(tuple("long-description", false));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var file = MetaFile.read(PATH, "---\nfallback: true\n---\nCafé".getBytes(ISO_8859_1));

        assertThat(file.findings()).extracting(Finding::code).containsExactly("unreadable-meta");
    }

    @Test
    void rejectsAliasBomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        IntStream.range(1, 30)
                .forEach(i ->
                        bomb.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1)));

        var file = read("---\n" + bomb + "---\nWords");

        assertThat(file.findings()).extracting(Finding::code).containsExactly("invalid-frontmatter");
    }

    @Test
    void rejectsMergeBomb() {
        var bomb = new StringBuilder("a0: &a0 {x: 1}\n");
        IntStream.range(1, 30)
                .forEach(i -> bomb.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1)));

        var file = read("---\n" + bomb + "---\nWords");

        assertThat(file.findings()).extracting(Finding::code).containsExactly("invalid-frontmatter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void rejectsDeepNesting(String opening) {
        var file = read("---\nstart_date: " + opening.repeat(100_000) + "\n---\nWords");

        assertThat(file.findings()).extracting(Finding::code).containsExactly("invalid-frontmatter");
        assertThat(file.findings().get(0).message()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\u00a0", "\t", "\u200b", "x", "\\\\", "'", "\\\"", ": ", "# ", "1", "- ", "May ", "10 ", "\u3164",
                "e\u0301"
            })
    void readsLinesOfEveryLength(String piece) {
        var many = piece.repeat(30_000 / piece.length());
        for (var value : List.of("a%sb", "\"a%sb\"", "\"a%s", "'%s", "[%s", "%s: x", "July 10%s", "%s 2027")) {
            for (var name : List.of("name", "start_date")) {
                assertThatCode(() -> read("---\n" + name + ": " + value.formatted(many) + "\n---\n" + many))
                        .as("%s: %s of %s", name, value, piece)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void handlesRandomBytes() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var pieces = new String[] {
            "---",
            "\n",
            "\r\n",
            "start_date",
            ": ",
            "July 10",
            "end_date",
            "fallback",
            "true",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "<<",
            "!!",
            "'",
            "\"",
            "|",
            ">",
            "\t",
            "#",
            "- ",
            "? ",
            "\u0000",
            "é",
            "%",
            "@",
            "😀",
            "..."
        };

        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder("---\n");
            IntStream.range(0, random.nextInt(30)).forEach(i -> text.append(pieces[random.nextInt(pieces.length)]));
            var whole = text + "\n---\nWords";

            assertThatCode(() -> read(whole)).as("seed %d: %s", seed, whole).doesNotThrowAnyException();
            assertThat(read(whole).meta().dates().isPresent()
                            && read(whole).findings().stream().anyMatch(Finding::isError))
                    .as("seed %d: %s", seed, whole)
                    .isFalse();
        }
    }

    /** Wherever in the file the description begins. */
    private static MetaFile inFirstLine(MetaFile file) {
        return new MetaFile(file.meta(), 1, file.isFallback(), file.findings());
    }

    private static MetaFile read(String text) {
        return MetaFile.read(PATH, text.getBytes(UTF_8));
    }
}
