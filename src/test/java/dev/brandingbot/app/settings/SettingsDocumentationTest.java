package dev.brandingbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDocumentationTest {
    private static final Path FILE = Path.of("config/branding.yml");
    private static final Path DOT_ENV = Path.of(".env.example");

    @TempDir
    Path folder;

    @Test
    void explainsEverySettingOfTheFileAndNoOther() throws Exception {
        assertThat(matches("(?m)^#?([a-z_]+):", FILE))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Setting.values())
                        .filter(Setting::isForFile)
                        .map(Setting::fileKey)
                        .toList());
    }

    @Test
    void namesTheEnvironmentVariableBesideEverySettingOfTheFile() throws Exception {
        String text = Files.readString(FILE);

        assertThat(Setting.values())
                .filteredOn(Setting::isForFile)
                .allSatisfy(setting -> assertThat(text).containsPattern("[\\[ ]" + setting.name() + "[\\],]"));
    }

    @Test
    void listsEverySettingInTheEnvironmentExampleAndNoOther() throws Exception {
        assertThat(matches("(?m)^([A-Z_]+)=", DOT_ENV))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Setting.values()).map(Setting::name).toList());
    }

    @Test
    void shipsFilesThatNeedNoChanges() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.copy(FILE, folder.resolve(FILE));
        Files.copy(DOT_ENV, folder.resolve(".env"));

        Settings settings = load();

        assertThat(settings.gitHub().branch()).isEqualTo("main");
    }

    @Test
    void showsExamplesThatAreValid() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve(FILE), Files.readString(FILE).replaceAll("(?m)^#([a-z_]+:)", "$1"));

        Settings settings = load();

        assertThat(settings.daemon().rotation()).isEqualTo(Settings.DEFAULT_ROTATION);
        assertThat(settings.daemon().checkEvery()).contains(Settings.DEFAULT_CHECK_EVERY);
        assertThat(settings.storage().redisUrl()).isPresent();
    }

    private Settings load() throws CliException {
        Map<String, String> required = Map.of(
                "DISCORD_TOKEN", "token",
                "BRANDING_GUILD_ID", "267624335836053506",
                "BRANDING_REPOSITORY", "owner/name");
        return new SettingsLoader(folder, required).load(Optional.empty());
    }

    private static List<String> matches(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
