package dev.brandingbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the examples of Docker's documentation, and other common files. */
class DotEnvFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("SET", "set", "EMPTY", "");

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            VAR=VAL                                 ¦ VAL
            VAR="VAL"                               ¦ VAL
            VAR='VAL'                               ¦ VAL
            VAR=VAL # comment                       ¦ VAL
            VAR=VAL# not a comment                  ¦ VAL# not a comment
            VAR="VAL # not a comment"               ¦ VAL # not a comment
            VAR="VAL" # comment                     ¦ VAL
            VAR='VAL' # comment                     ¦ VAL
            VAR='$OTHER'                            ¦ $OTHER
            VAR='${OTHER}'                          ¦ ${OTHER}
            VAR='Let\\'s go!'                       ¦ Let's go!
            VAR="{\\"hello\\": \\"json\\"}"         ¦ {"hello": "json"}
            VAR='some\\tvalue'                      ¦ some\\tvalue
            VAR=some\\tvalue                        ¦ some\\tvalue
            VAR="a\\\\b"                            ¦ a\\b
            VAR=a=b                                 ¦ a=b
            VAR = VAL                               ¦ VAL
            VAR: VAL                                ¦ VAL
            VAR=it's                                ¦ it's
            VAR=two words                           ¦ two words
            export VAR=VAL                          ¦ VAL
            export  VAR='VAL'                       ¦ VAL
            VAR=#1                                  ¦ #1
            VAR=redis://:p%40ss@host:6379/0#x       ¦ redis://:p%40ss@host:6379/0#x
            VAR=$SET                                ¦ set
            VAR=${SET}s                             ¦ sets
            VAR="$SET-$SET"                         ¦ set-set
            VAR=${UNSET:-default}                   ¦ default
            VAR=${EMPTY:-default}                   ¦ default
            VAR=x${EMPTY-default}                   ¦ x
            VAR=${UNSET-default}                    ¦ default
            VAR=${UNSET:-${SET}}                    ¦ set
            VAR=${SET:-default}                     ¦ set
            VAR=${SET:+other}                       ¦ other
            VAR=x${UNSET+other}                     ¦ x
            VAR=${SET:?is required}                 ¦ set
            VAR=a$UNSET                             ¦ a
            VAR=5$                                  ¦ 5$
            VAR=5$$x                                ¦ 5$x
            VAR="\\$SET"                            ¦ $SET
            VAR=a\\$SET                             ¦ a$SET
            """)
    void readsAValueAsDockerComposeDoes(String line, String value) {
        var file = DotEnvFile.parse(line + "\nNEXT=1\n", ENVIRONMENT);

        assertThat(file.variables()).containsEntry("VAR", value).containsEntry("NEXT", "1");
        assertThat(file.invalidLines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAR=", "VAR=\"\"", "VAR=''", "VAR= # nothing", "VAR=\t"})
    void readsAnEmptyValue(String line) {
        assertThat(DotEnvFile.parse(line + "\nNEXT=1", Map.of()).variables())
                .containsEntry("VAR", "")
                .containsEntry("NEXT", "1");
    }

    @Test
    void readsQuotedValuesOfSeveralLines() {
        var file = DotEnvFile.parse("A='one\ntwo'\nB=\"three\nfour\\nfive\\tsix\"\nC=7", Map.of());

        assertThat(file.variables())
                .containsEntry("A", "one\ntwo")
                .containsEntry("B", "three\nfour\nfive\tsix")
                .containsEntry("C", "7");
    }

    @Test
    void readsVariablesOfTheFileItself() {
        assertThat(DotEnvFile.parse("A=1\nB=${A}2\nC=$B", Map.of()).variables()).containsEntry("C", "12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffA=1\nB=2\n",
                "A=1\r\nB=2\r\n",
                "A=1\rB=2",
                "\n\n# c\nA=1\n  # c\n\tB=2",
                "\u00a0A=1\nB\u00a0=\u00a02"
            })
    void readsWhatEditorsWrite(String text) {
        var file = DotEnvFile.parse(text, Map.of());

        assertThat(file.variables()).isEqualTo(Map.of("A", "1", "B", "2"));
        assertThat(file.invalidLines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "=hunter2",
                "1A=hunter2",
                "A B=hunter2",
                "A='hunter2",
                "A=\"hunter2",
                "A='hunter2'x",
                "A=\"hunter2\" x",
                "A=${hunter2",
                "A=${}",
                "A=${UNSET:?}",
                "A=${EMPTY:?is required}",
                "<<<<<<< HEAD",
                "set A=hunter2"
            })
    void namesALineThatSetsNothingAndUsesTheOthers(String line) {
        var file = DotEnvFile.parse("# first\nX=1\n" + line + "\nY=2\n", ENVIRONMENT);

        assertThat(file.invalidLines()).containsExactly(3);
        assertThat(file.variables()).isEqualTo(Map.of("X", "1", "Y", "2"));
    }

    @Test
    void namesTheLineWhereItIsIndented() {
        assertThat(DotEnvFile.parse("A=1\n\n   hunter2", Map.of()).invalidLines())
                .containsExactly(3);
        assertThat(DotEnvFile.parse("hunter2\nhunter3", Map.of()).invalidLines())
                .containsExactly(1, 2);
    }

    @Test
    void usesTheLastOfTwoValues() {
        assertThat(DotEnvFile.parse("A=1\nA=2", Map.of()).variables()).containsEntry("A", "2");
    }
}
