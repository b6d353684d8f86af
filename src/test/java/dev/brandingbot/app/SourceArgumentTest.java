package dev.brandingbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SourceArgumentTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void acceptsAnExistingFolder() throws Exception {
        assertThat(name(folder.toString())).isEqualTo(folder.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "owner/name, owner/name@main",
        "owner/name@feature/spring, owner/name@feature/spring",
        "owner/na.me@a@b, owner/na.me@a@b"
    })
    void acceptsARepositoryOnGitHub(String source, String name) throws Exception {
        assertThat(name(source)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "./owner/name", "/owner/name", "owner/name@", "owner/..", "owner/name@a b", "\0", ""})
    void rejectsOtherArguments(String source) {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> name(source))
                .withMessageContainingAll("There is no folder", "owner/name@branch")
                .matches(wrong -> wrong.getMessage().lines().count() == 1);
    }

    @Test
    void usesTheSettingsForGitHub() throws Exception {
        Files.writeString(folder.resolve(".env"), "GITHUB_API_URL=nowhere\n");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> name("owner/name"))
                .withMessageContainingAll("GITHUB_API_URL", ".env");
        environment.put("GITHUB_API_URL", "http://127.0.0.1:1/");
        assertThat(name("owner/name")).isEqualTo("owner/name@main");
    }

    private String name(String source) throws CliException {
        var argument = new SourceArgument(new SettingsLoader(folder, environment), Clock.systemUTC());
        new CommandLine(new Try(argument)).parseArgs(source);
        return argument.repository().name();
    }

    @Command(name = "try")
    static final class Try {
        @Mixin
        private final SourceArgument source;

        Try(SourceArgument source) {
            this.source = source;
        }
    }
}
