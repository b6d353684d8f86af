package dev.brandingbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SettingsLoaderTest {
    private static final String GUILD = "267624335836053506";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "DISCORD_TOKEN", "s3cret-token",
            "BRANDING_GUILD_ID", GUILD,
            "BRANDING_REPOSITORY", "python-discord/branding"));

    private final Logger log = (Logger) LoggerFactory.getLogger(SettingsLoader.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(logged);
    }

    @Test
    void needsThreeSettingsAndHasDefaultsForTheOthers() throws Exception {
        Settings settings = load();

        assertThat(settings.discord())
                .isEqualTo(new Settings.Discord(new Secret("s3cret-token"), Optional.empty(), Optional.empty()));
        assertThat(settings.gitHub())
                .isEqualTo(new Settings.GitHub("python-discord/branding", "main", Optional.empty(), Optional.empty()));
        assertThat(settings.storage()).isEqualTo(new Settings.Storage(Optional.empty(), folder.resolve("data")));
        assertThat(settings.guild())
                .isEqualTo(new Settings.Guild(
                        267624335836053506L,
                        Optional.empty(),
                        Settings.Greeting.DEFAULT,
                        Optional.empty(),
                        Set.of(),
                        0));
        assertThat(settings.daemon())
                .isEqualTo(new Settings.Daemon(false, Duration.ofDays(3), Optional.of(Duration.ofMinutes(30))));
    }

    @Test
    void readsEverySettingFromTheEnvironment() throws Exception {
        environment.putAll(Map.of(
                "DISCORD_API_URL", "http://127.0.0.1:8080/api/v10",
                "DISCORD_GATEWAY_URL", "ws://127.0.0.1:8081",
                "GITHUB_TOKEN", "ghp_1",
                "GITHUB_API_URL", "https://github.example.org/api/v3",
                "REDIS_URL", "rediss://bot:pass@redis.example.org/2",
                "BRANDING_DATA_DIR", "state"));
        environment.putAll(Map.of(
                "BRANDING_CHANGELOG_CHANNEL_ID", "267624335836053507",
                "BRANDING_ANNOUNCE_ROLE_ID", "267624335836053510",
                "BRANDING_ANNOUNCE_TEXT", "{event} has begun!",
                "BRANDING_MODERATOR_ROLE_IDS", "267624335836053508, 267624335836053509",
                "BRANDING_BRANCH", "feature/spring",
                "BRANDING_DAEMON", "on",
                "BRANDING_ROTATION_DAYS", "0",
                "BRANDING_CHECK_EVERY", "off"));

        Settings settings = load();

        assertThat(settings.discord().apiUrl()).contains(URI.create("http://127.0.0.1:8080/api/v10"));
        assertThat(settings.discord().gatewayUrl()).contains(URI.create("ws://127.0.0.1:8081"));
        assertThat(settings.guild().greeting())
                .isEqualTo(new Settings.Greeting(Optional.of(267624335836053510L), Optional.of("{event} has begun!")));
        assertThat(settings.gitHub().token()).contains(new Secret("ghp_1"));
        assertThat(settings.gitHub().apiUrl()).contains(URI.create("https://github.example.org/api/v3"));
        assertThat(settings.gitHub().branch()).isEqualTo("feature/spring");
        assertThat(settings.storage().redisUrl())
                .isEqualTo(RedisUrl.parse("rediss://bot:pass@redis.example.org:6379/2"));
        assertThat(settings.storage().dataDir()).isEqualTo(folder.resolve("state"));
        assertThat(settings.guild().changelogChannel()).contains(267624335836053507L);
        assertThat(settings.guild().moderatorRoles())
                .containsExactlyInAnyOrder(267624335836053508L, 267624335836053509L);
        assertThat(settings.daemon()).isEqualTo(new Settings.Daemon(true, Duration.ZERO, Optional.empty()));
    }

    @Test
    void readsTheFileAsPlainText() throws Exception {
        write("config/branding.yml", """
                changelog_channel_id: 267624335836053507
                moderator_role_ids: [267624335836053508, 267624335836053509]
                branch: 1.10
                daemon: on
                check_every: off
                rotation_days:
                """);

        Settings settings = load();

        assertThat(settings.guild().changelogChannel()).contains(267624335836053507L);
        assertThat(settings.guild().moderatorRoles()).hasSize(2);
        assertThat(settings.gitHub().branch()).isEqualTo("1.10");
        assertThat(settings.daemon()).isEqualTo(new Settings.Daemon(true, Duration.ofDays(3), Optional.empty()));
    }

    @Test
    void prefersTheEnvironmentToTheDotEnvFileAndThatToTheSettingsFile() throws Exception {
        write("config/branding.yml", "branch: of-file\nrotation_days: 1\ndata_dir: of-file\n");
        write(".env", "BRANDING_BRANCH=of-dot-env\nBRANDING_ROTATION_DAYS=2\n");
        environment.put("BRANDING_BRANCH", "of-environment");

        Settings settings = load();

        assertThat(settings.gitHub().branch()).isEqualTo("of-environment");
        assertThat(settings.daemon().rotation()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.storage().dataDir()).isEqualTo(folder.resolve("of-file"));
    }

    @Test
    void countsAnEmptyValueAsUnset() throws Exception {
        write("config/branding.yml", "branch: of-file\ndata_dir: ''\n");
        write(".env", "BRANDING_BRANCH=\nREDIS_URL=\n");
        environment.put("BRANDING_BRANCH", "  ");
        environment.put("BRANDING_CONFIG", "");

        Settings settings = load();

        assertThat(settings.gitHub().branch()).isEqualTo("of-file");
        assertThat(settings.storage()).isEqualTo(new Settings.Storage(Optional.empty(), folder.resolve("data")));
    }

    @Test
    void prefersTheFileNamedOnTheCommandLine() throws Exception {
        write("mine.yml", "branch: mine\n");
        environment.put("BRANDING_CONFIG", "theirs.yml");

        Settings settings = loader().load(Optional.of(Path.of("mine.yml")));

        assertThat(settings.gitHub().branch()).isEqualTo("mine");
    }

    @Test
    void listsEveryProblemAtOnceOnALineOfItsOwn() throws Exception {
        write("config/branding.yml", "rotation_days: many\nguild-id: 1\n");
        environment.clear();
        environment.put("BRANDING_GUILD_ID", "my guild");
        environment.put("BRANDING_CHECK_EVERY", "10s");

        List<String> problems = problems();

        assertThat(problems)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("DISCORD_TOKEN is missing: set it to the bot's token"),
                        line -> assertThat(line)
                                .startsWith(
                                        "BRANDING_GUILD_ID is \"my guild\" in the environment: use the server's ID"),
                        line -> assertThat(line).startsWith("BRANDING_REPOSITORY is missing: set it to"),
                        line -> assertThat(line)
                                .startsWith("BRANDING_ROTATION_DAYS is \"many\" in config/branding.yml, line 1: use"),
                        line -> assertThat(line).startsWith("BRANDING_CHECK_EVERY is \"10s\" in the environment: use"),
                        line -> assertThat(line)
                                .isEqualTo("config/branding.yml, line 2: there is no setting \"guild-id\";"
                                        + " did you mean \"guild_id\"?"));
    }

    @Test
    void rejectsTokensInTheFileWithoutShowingThem() throws Exception {
        write("config/branding.yml", "discord_token: hunter2\ngithub_token: hunter3\n");

        List<String> problems = problems();

        assertThat(problems)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("belongs in the environment or in .env")
                        .doesNotContain("hunter"));
    }

    @Test
    void namesTheSettingsThereAreForAnUnknownOne() throws Exception {
        write("config/branding.yml", "colour: red\n");

        assertThat(problems()).singleElement().asString().contains("\"colour\"", "guild_id", "redis_url");
    }

    @ParameterizedTest
    @CsvSource({"rotation_day, rotation_days", "moderator_roles, moderator_role_ids", "chek_every, check_every"})
    void namesTheNearestSettingForAMisspelledOne(String key, String meant) throws Exception {
        write("config/branding.yml", key + ": 1\n");

        assertThat(problems()).singleElement().asString().endsWith("did you mean \"" + meant + "\"?");
    }

    @Test
    void reportsADuplicateOrNestedSetting() throws Exception {
        write("config/branding.yml", "branch: a\nbranch: b\nrepository:\n  owner: me\n");

        assertThat(problems())
                .satisfiesExactly(
                        line -> assertThat(line).contains("line 2", "branch is set twice"),
                        line -> assertThat(line).contains("line 3", "repository is nested"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guild_id: {a: 1}", "guild-id: 1", "guild_id: [", "- guild_id"})
    void reportsAMistakeInTheFileOnce(String text) throws Exception {
        write("config/branding.yml", text + "\n");
        environment.remove("BRANDING_GUILD_ID");

        assertThat(problems()).singleElement().asString().startsWith("config/branding.yml");
    }

    @Test
    void reportsOnlyWhatAnUnreadableFileCannotHoldAsMissing() throws Exception {
        environment.clear();
        environment.put("BRANDING_CONFIG", "missing.yml");

        assertThat(problems())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("missing.yml can't be read"),
                        line -> assertThat(line).startsWith("DISCORD_TOKEN is missing"));
    }

    @Test
    void namesTheLineOfMalformedYaml() throws Exception {
        write("config/branding.yml", "branch: main\nrepository: [a\n");

        assertThat(problems()).singleElement().asString().startsWith("config/branding.yml, line 3 is not valid YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n"})
    void acceptsAFileWithoutSettings(String text) throws Exception {
        write("config/branding.yml", text);

        assertThat(load().gitHub().branch()).isEqualTo("main");
    }

    @Test
    void reportsAFileThatHoldsSomethingElse() throws Exception {
        write("config/branding.yml", "- a\n- b\n");

        assertThat(problems()).singleElement().asString().contains("contains no settings");
    }

    @Test
    void reportsAMissingFile() throws Exception {
        environment.put("BRANDING_CONFIG", "missing.yml");

        assertThat(problems()).singleElement().asString().startsWith("missing.yml can't be read");
    }

    @Test
    void warnsOfALineOfDotEnvThatSetsNothingAndUsesTheOthers() throws Exception {
        write(".env", "BRANDING_BRANCH=mine\nhunter2\n");

        assertThat(load().gitHub().branch()).isEqualTo("mine");

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith(".env, line 2")
                .doesNotContain("hunter2");
    }

    @Test
    void warnsOfUnknownNames() throws Exception {
        write(".env", "BRANDING_BRANHC=hunter2\n");
        environment.put("BRANDING_ROTATION_DAY", "hunter2");

        load();

        assertThat(warnings())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("BRANDING_ROTATION_DAY,", "the environment", "BRANDING_ROTATION_DAYS?"),
                        second -> assertThat(second).contains("BRANDING_BRANHC,", ".env", "BRANDING_BRANCH?"))
                .allSatisfy(warning -> assertThat(warning).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsADotEnvThatBeginsWithAByteOrderMark(String encoding) throws Exception {
        var text =
                "\ufeffDISCORD_TOKEN=x\nBRANDING_GUILD_ID='900000000000000001'\r\nBRANDING_REPOSITORY=\"owner/name\"\n";
        Files.write(folder.resolve(".env"), text.getBytes(Charset.forName(encoding)));
        environment.clear();

        assertThat(load().gitHub().repository()).isEqualTo("owner/name");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void reportsADotEnvInAnotherEncoding() throws Exception {
        Files.write(folder.resolve(".env"), "# é\nBRANDING_ANNOUNCE_TEXT=Fête".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems()).singleElement().asString().startsWith(".env").contains("save it as UTF-8");
    }

    @Test
    void reportsADotEnvThatIsAFolder() throws Exception {
        Files.createDirectory(folder.resolve(".env"));

        assertThat(problems()).singleElement().asString().startsWith(".env can't be read");
    }

    @Test
    void saysWhatToDoAboutAVariableThatTheLocaleGarbles() {
        environment.put("BRANDING_ANNOUNCE_TEXT", "F\ufffd\ufffdte");

        assertThat(problems()).singleElement().asString().contains("set LC_ALL=C.UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCORD_TOKEN, hunter2 hunter2",
        "GITHUB_TOKEN, hunter2 hunter2",
        "REDIS_URL, http://bot:hunter2@host",
        "REDIS_URL, redis://:hunter2#/@host",
        "REDIS_URL, redis://bot:hunter2@host/first"
    })
    void neverShowsTheValueOfASecret(String name, String value) throws Exception {
        environment.put(name, value);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(name + " is set to an invalid value in the environment")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCORD_API_URL, http://bot:hunter2@host/api",
        "DISCORD_GATEWAY_URL, https://hunter2@host/",
        "GITHUB_API_URL, ftp://bot:hunter2@host",
        "BRANDING_GUILD_ID, hunter2.hunter2.hunter2.hunter2.hunter2-hunter2",
        "BRANDING_REPOSITORY, github_pat_hunter2_hunter2hunter2hunter2hunter2"
    })
    void neverShowsWhatMayBeASecretInTheWrongPlace(String name, String value) throws Exception {
        environment.put(name, value);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(name + " is set to an invalid value in the environment")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BRANDING_GUILD_ID|12",
                "BRANDING_GUILD_ID|99999999999999999999",
                "BRANDING_MODERATOR_ROLE_IDS|267624335836053506,,267624335836053507",
                "BRANDING_ANNOUNCE_ROLE_ID|moderators",
                "BRANDING_REPOSITORY|branding",
                "BRANDING_REPOSITORY|https://github.com/python-discord/branding",
                "BRANDING_REPOSITORY|owner/..",
                "BRANDING_BRANCH|a branch",
                "BRANDING_DAEMON|true",
                "BRANDING_ROTATION_DAYS|-1",
                "BRANDING_ROTATION_DAYS|367",
                "BRANDING_CHECK_EVERY|30",
                "BRANDING_CHECK_EVERY|59s",
                "BRANDING_CHECK_EVERY|25h",
                "DISCORD_API_URL|discord.com",
                "DISCORD_GATEWAY_URL|https://discord.com",
                "GITHUB_API_URL|ftp://github.com"
            })
    void reportsAnInvalidValue(String name, String value) {
        environment.put(name, value);

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("%s is \"%s\" in the environment: use ", name, value);
    }

    @Test
    void reportsALineThatIsTooLongForAnAnnouncement() throws Exception {
        environment.put("BRANDING_ANNOUNCE_TEXT", "so ".repeat(566) + "ok");
        assertThat(load().guild().greeting().text()).isPresent();

        environment.put("BRANDING_ANNOUNCE_TEXT", "so ".repeat(567) + "ok");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(this::load)
                .withMessageContaining("BRANDING_ANNOUNCE_TEXT")
                .withMessageContaining("at most 1,700 characters");
    }

    @ParameterizedTest
    @CsvSource({"1m,60", "60s,60", "1h,3600", "1h30m,5400", "24h,86400", "2h 5m,7500"})
    void readsTimes(String text, long seconds) throws Exception {
        environment.put("BRANDING_CHECK_EVERY", text);

        assertThat(load().daemon().checkEvery()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void showsNoSecretInItsText() throws Exception {
        environment.put("REDIS_URL", "redis://bot:hunter2@host");
        environment.put("GITHUB_TOKEN", "hunter3");

        assertThat(load().toString())
                .doesNotContain("s3cret", "hunter2", "hunter3")
                .contains("redis://bot:***@host:6379");
    }

    private List<String> warnings() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Settings load() throws CliException {
        return loader().load(Optional.empty());
    }

    private SettingsLoader loader() {
        return new SettingsLoader(folder, environment);
    }

    private List<String> problems() {
        return catchThrowableOfType(CliException.class, this::load)
                .getMessage()
                .lines()
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
