package dev.brandingbot.app;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.LocaleEncoding;
import dev.brandingbot.app.settings.SettingParsers;
import dev.brandingbot.app.settings.Settings;
import dev.brandingbot.app.settings.SettingsLoader;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.BrandingSource;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.support.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/**
 * The argument {@code SOURCE}, as a picocli mixin for the commands that read a branding repository: a folder that contains
 * {@code events/}, or {@code owner/name} or {@code owner/name@branch} on GitHub. An existing folder takes precedence.
 */
final class SourceArgument {
    /** Events, their folders, and the files in these. */
    private static final int MAX_DEPTH = 3;

    private final SettingsLoader loader;
    private final Clock clock;

    @Parameters(
            paramLabel = "SOURCE",
            description = "A folder that contains events/, or owner/name or owner/name@branch on GitHub.")
    private @Nullable String source;

    /**
     * @param loader loads the settings for GitHub
     * @param clock the time
     */
    SourceArgument(SettingsLoader loader, Clock clock) {
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * Returns the repository; fetches nothing yet.
     *
     * @throws CliException if the argument is neither a folder nor the name of a repository, a setting for GitHub is invalid, or names
     *     in the folder can't be read in this locale
     */
    BrandingRepository repository() throws CliException {
        if (!LocaleEncoding.canName("é")
                && folder().filter(SourceArgument::hasGarbledName).isPresent()) {
            throw new CliException(LocaleEncoding.remedyMessage());
        }
        return new BrandingRepository(source(Objects.requireNonNull(source)), new InMemoryRepositoryCache(), clock);
    }

    /** Returns the folder; empty if the argument is not an existing folder. */
    Optional<Path> folder() {
        return folder(Objects.requireNonNull(source));
    }

    private static boolean hasGarbledName(Path folder) {
        try (var paths = Files.walk(folder.resolve("events"), MAX_DEPTH)) {
            return paths.anyMatch(path -> LocaleEncoding.isGarbled(path.toString()));
        } catch (IOException | UncheckedIOException unreadable) {
            // Fetching the events reports this.
            return false;
        }
    }

    private static Optional<Path> folder(String text) {
        return text.isBlank() ? Optional.empty() : SettingParsers.path(text).filter(Files::isDirectory);
    }

    private BrandingSource source(String text) throws CliException {
        Optional<Path> folder = folder(text);
        return folder.isPresent() ? new FolderSource(folder.get(), clock) : gitHub(text);
    }

    private BrandingSource gitHub(String text) throws CliException {
        String[] parts = text.split("@", 2);
        Optional<String> repository = SettingParsers.repository(parts[0]);
        Optional<String> branch =
                parts.length < 2 ? Optional.of(Settings.DEFAULT_BRANCH) : SettingParsers.branch(parts[1]);
        if (repository.isEmpty() || branch.isEmpty()) {
            throw new CliException(
                    "There is no folder \"%s\": name one that contains events/, or owner/name or owner/name@branch on GitHub."
                            .formatted(SafeText.toSingleLine(text)));
        }
        return loader.loadGitHub(repository.get(), branch.get()).source(new OkHttpClient(), clock);
    }
}
