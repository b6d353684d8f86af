package dev.brandingbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceFilesTest {
    private static final int LONGEST = 300;

    /** A conversion whose digits or letters are those of the default locale, unless a locale is named before it. */
    private static final Pattern LOCALIZED = Pattern.compile(
            "(?<!Locale\\.[A-Z]{4,7},\\s{0,40})\"[^\"\\n]*%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d+)?[dfeEgGtTS](?!\\{)");

    private static final List<Path> PROGRAM =
            List.of(Path.of("src/main/java/dev/brandingbot/app"), Path.of("src/main/java/dev/brandingbot/sandbox"));

    /** A setting's name inside a text. */
    private static final Pattern SETTING =
            Pattern.compile("\"[^\"\\n]*\\b(BRANDING_[A-Z]+|REDIS_URL|GITHUB_TOKEN|DISCORD_TOKEN)\\b");

    @ParameterizedTest
    @MethodSource("mainFiles")
    void areReadInOneSitting(Path file) throws IOException {
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST);
    }

    /** "%s" writes a number with the same digits everywhere; "%d" writes it with Thai or Arabic ones on some machines. */
    @ParameterizedTest
    @MethodSource("mainFiles")
    void formatNumbersAlikeInEveryLocale(Path file) throws IOException {
        assertThat(LOCALIZED.matcher(Files.readString(file)).results().map(MatchResult::group))
                .isEmpty();
    }

    /** Another bot that embeds the library has none of the program's settings. */
    @ParameterizedTest
    @MethodSource("mainFiles")
    void nameTheProgramsSettingsOnlyInTheProgram(Path file) throws IOException {
        var isProgram = PROGRAM.stream().anyMatch(file::startsWith);

        assertThat(isProgram || !SETTING.matcher(Files.readString(file)).find()).isTrue();
    }

    private static List<Path> mainFiles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
