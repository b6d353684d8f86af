package dev.brandingbot.app.settings;

import dev.brandingbot.support.SafeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the settings. The command line takes precedence over the environment, the environment over {@code .env}, and {@code .env} over
 * the settings file.
 */
public final class SettingsLoader {
    private static final Logger log = LoggerFactory.getLogger(SettingsLoader.class);
    private static final Pattern PERHAPS_SECRET = Pattern.compile("[\\w.-]{40,}|.*@.*", Pattern.DOTALL);

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder the working folder
     * @param environment the process's environment
     */
    public SettingsLoader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Loads and validates all settings.
     *
     * @param config the settings file named on the command line
     * @throws CliException with a line for each problem
     */
    public Settings load(Optional<Path> config) throws CliException {
        SettingsReader reader = new SettingsReader();
        reader.open(config);
        reader.warnOfMisspellings();
        Optional<Settings.Discord> discord = reader.discord();
        Optional<Settings.GitHub> gitHub = reader.gitHub();
        Settings.Storage storage = reader.storage();
        Optional<Settings.Guild> guild = reader.guild();
        Settings.Daemon daemon = reader.daemon();
        reader.finish();
        return new Settings(discord.orElseThrow(), gitHub.orElseThrow(), storage, guild.orElseThrow(), daemon);
    }

    /**
     * Loads the settings for GitHub from the environment and {@code .env}, for a repository named on the command line.
     *
     * @param repository {@code owner/name}
     * @param branch the branch
     * @throws CliException with a line for each problem
     */
    public Settings.GitHub loadGitHub(String repository, String branch) throws CliException {
        SettingsReader reader = new SettingsReader();
        reader.openEnvironment();
        Settings.GitHub gitHub = reader.gitHub(repository, branch);
        reader.finish();
        return gitHub;
    }

    /** Reads all sources and collects all problems. */
    private final class SettingsReader {
        private final SettingProblems problems = new SettingProblems();
        private final List<EnvironmentSettings> variables = new ArrayList<>();
        private final List<SettingSource> sources = new ArrayList<>();

        void openEnvironment() {
            variables.add(EnvironmentSettings.of(environment));
            variables.add(EnvironmentSettings.read(folder, environment, problems));
            sources.addAll(variables);
            if (Stream.of(Setting.values()).anyMatch(this::isGarbled)) {
                problems.add(LocaleEncoding.remedyMessage());
            }
        }

        private boolean isGarbled(Setting setting) {
            return LocaleEncoding.isGarbled(environment.getOrDefault(setting.name(), ""));
        }

        void warnOfMisspellings() {
            variables.forEach(place -> MisspelledSettings.warnings(place).forEach(problems::warn));
        }

        void open(Optional<Path> config) {
            openEnvironment();
            Optional<Path> named = config.or(() -> optional(Setting.BRANDING_CONFIG, SettingParsers::path));
            Path path = named.orElse(Path.of(Settings.DEFAULT_CONFIG));
            boolean isExpected = named.isPresent() || Files.exists(folder.resolve(path));
            sources.add(isExpected ? SettingsFile.read(folder, path, problems) : SettingsFile.empty());
        }

        Optional<Settings.Discord> discord() {
            Optional<Secret> token = required(Setting.DISCORD_TOKEN, SettingParsers::token);
            var apiUrl = optional(Setting.DISCORD_API_URL, SettingParsers::webUrl);
            var gatewayUrl = optional(Setting.DISCORD_GATEWAY_URL, SettingParsers::socketUrl);
            return token.map(given -> new Settings.Discord(given, apiUrl, gatewayUrl));
        }

        Optional<Settings.GitHub> gitHub() {
            Optional<String> repository = required(Setting.BRANDING_REPOSITORY, SettingParsers::repository);
            String branch =
                    optional(Setting.BRANDING_BRANCH, SettingParsers::branch).orElse(Settings.DEFAULT_BRANCH);
            var token = optional(Setting.GITHUB_TOKEN, SettingParsers::token);
            var apiUrl = optional(Setting.GITHUB_API_URL, SettingParsers::webUrl);
            return repository.map(given -> new Settings.GitHub(given, branch, token, apiUrl));
        }

        Settings.GitHub gitHub(String repository, String branch) {
            var token = optional(Setting.GITHUB_TOKEN, SettingParsers::token);
            var apiUrl = optional(Setting.GITHUB_API_URL, SettingParsers::webUrl);
            return new Settings.GitHub(repository, branch, token, apiUrl);
        }

        Settings.Storage storage() {
            var redisUrl = optional(Setting.REDIS_URL, RedisUrl::parse);
            Path dataDir = optional(Setting.BRANDING_DATA_DIR, SettingParsers::path)
                    .orElse(Path.of(Settings.DEFAULT_DATA_DIR));
            return new Settings.Storage(redisUrl, folder.resolve(dataDir));
        }

        Optional<Settings.Guild> guild() {
            Optional<Long> id = required(Setting.BRANDING_GUILD_ID, SettingParsers::snowflake);
            var changelog = optional(Setting.BRANDING_CHANGELOG_CHANNEL_ID, SettingParsers::snowflake);
            var modLog = optional(Setting.BRANDING_MOD_LOG_CHANNEL_ID, SettingParsers::snowflake);
            var moderators = optional(Setting.BRANDING_MODERATOR_ROLE_IDS, SettingParsers::snowflakes);
            var greeting = new Settings.Greeting(
                    optional(Setting.BRANDING_ANNOUNCE_ROLE_ID, SettingParsers::snowflake),
                    optional(Setting.BRANDING_ANNOUNCE_TEXT, SettingParsers::announceText));
            var scheduled = optional(Setting.BRANDING_SCHEDULED_EVENTS, SettingParsers::events);
            return id.map(given -> new Settings.Guild(
                    given, changelog, greeting, modLog, moderators.orElse(Set.of()), scheduled.orElse(0)));
        }

        Settings.Daemon daemon() {
            var isOn = optional(Setting.BRANDING_DAEMON, SettingParsers::onOrOff);
            var rotation = optional(Setting.BRANDING_ROTATION_DAYS, SettingParsers::days);
            var checkEvery = optional(Setting.BRANDING_CHECK_EVERY, SettingParsers::interval);
            return new Settings.Daemon(
                    isOn.orElse(false),
                    rotation.orElse(Settings.DEFAULT_ROTATION),
                    Optional.of(checkEvery.orElse(Settings.DEFAULT_CHECK_EVERY))
                            .filter(interval -> !interval.isZero()));
        }

        private <T> Optional<T> required(Setting setting, Function<String, Optional<T>> format) {
            if (find(setting).isEmpty() && !problems.affects(setting)) {
                problems.add("%s is missing: set it to %s.".formatted(setting, setting.expected()));
            }
            return optional(setting, format);
        }

        private <T> Optional<T> optional(Setting setting, Function<String, Optional<T>> format) {
            Optional<SettingSource.Written> written = find(setting);
            Optional<T> value = written.flatMap(found -> format.apply(found.text()));
            if (written.isPresent() && value.isEmpty()) {
                problems.add(invalid(setting, written.get()));
            }
            return value;
        }

        private Optional<SettingSource.Written> find(Setting setting) {
            Stream<Optional<SettingSource.Written>> found = sources.stream().map(source -> source.find(setting));
            return found.flatMap(Optional::stream).findFirst();
        }

        private String invalid(Setting setting, SettingSource.Written written) {
            if (setting.isPath() && !LocaleEncoding.canName(written.text())) {
                return LocaleEncoding.remedyMessage();
            }
            String value = isHarmless(setting, written.text())
                    ? "\"" + SafeText.toSingleLine(written.text()) + "\""
                    : "set to an invalid value";
            return "%s is %s in %s: use %s.".formatted(setting, value, written.place(), setting.expected());
        }

        /** Whether a message may repeat a value. A URL may contain a password, and a token may have been set as another setting. */
        private boolean isHarmless(Setting setting, String text) {
            return !setting.isConfidential() && !PERHAPS_SECRET.matcher(text).matches();
        }

        void finish() throws CliException {
            problems.warnings().forEach(warning -> log.warn("{}", warning));
            problems.throwIfAny();
        }
    }
}
