package dev.brandingbot.repository.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
    @ParameterizedTest
    @EnumSource
    void isDocumented(FindingCode code) throws Exception {
        var severity = code.isError() ? "error" : "warning";

        assertThat(Files.readString(Path.of("docs/FINDINGS.md")))
                .contains("| `%s` | %s | %s |".formatted(code.code(), severity, code.meaning()));
    }
}
