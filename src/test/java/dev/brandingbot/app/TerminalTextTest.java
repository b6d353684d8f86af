package dev.brandingbot.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            960 × 540            | 960 x 540
            June 1 – June 30     | June 1 - June 30
            one — two            | one - two
            and so on…           | and so on...
            “quoted” and ‘so’    | "quoted" and 'so'
            a → b                | a -> b
            São João, Fête       | Sao Joao, Fete
            1\u00a0day           | 1 day
            🎉 party              | ? party
            日本                  | ??
            plain: {}%           | plain: {}%
            """)
    void replacesCharactersInAscii(String text, String printed) {
        assertThat(printed(text, US_ASCII)).isEqualTo(printed);
    }

    @Test
    void replacesOnlyUnsupportedCharacters() {
        assertThat(printed("São – × …", ISO_8859_1)).isEqualTo("São - × ...");
        assertThat(printed("São – × … 🎉", UTF_8)).isEqualTo("São – × … 🎉");
    }

    private static String printed(String text, Charset encoding) {
        var bytes = new ByteArrayOutputStream();
        var printer = TerminalText.printer(bytes, encoding);

        printer.print(text);
        printer.flush();

        return bytes.toString(encoding);
    }
}
