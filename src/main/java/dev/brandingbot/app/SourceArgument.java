package dev.brandingbot.app;

import dev.brandingbot.event.Legible;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.BrandingSource;
import dev.brandingbot.repository.FolderSource;
import dev.brandingbot.repository.InMemoryRepositoryCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The argument {@code SOURCE}, as picocli's mixin for the commands that look at a branding repository: a folder that holds
 * {@code events/}, or {@code owner/name} or {@code owner/name@branch} on GitHub. What is there as a folder is one.
 */
final class SourceArgument {
    private final SettingsLoader loader;
    private final Clock clock;

    @Parameters(
            paramLabel = "SOURCE",
            description = "A folder that holds events/, or owner/name or owner/name@branch on GitHub.")
    private @Nullable String source;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** @param loader knows how GitHub is reached */
    SourceArgument(SettingsLoader loader, Clock clock) {
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * The repository that was named; nothing is read or sent yet.
     *
     * @throws ParameterException when that is neither a folder nor the name of a repository
     * @throws StartException when a setting for GitHub can't be used
     */
    BrandingRepository repository() throws StartException {
        return new BrandingRepository(source(Objects.requireNonNull(source)), new InMemoryRepositoryCache(), clock);
    }

    /** The folder that was named, if it is one. */
    Optional<Path> folder() {
        return folder(Objects.requireNonNull(source));
    }

    private static Optional<Path> folder(String text) {
        return SettingFormats.path(text).filter(Files::isDirectory);
    }

    private BrandingSource source(String text) throws StartException {
        Optional<Path> folder = folder(text);
        return folder.isPresent() ? new FolderSource(folder.get(), clock) : gitHub(text);
    }

    private BrandingSource gitHub(String text) throws StartException {
        String[] parts = text.split("@", 2);
        Optional<String> repository = SettingFormats.repository(parts[0]);
        Optional<String> branch =
                parts.length < 2 ? Optional.of(Settings.DEFAULT_BRANCH) : SettingFormats.branch(parts[1]);
        if (repository.isEmpty() || branch.isEmpty()) {
            throw wrong(text);
        }
        return loader.loadGitHub(repository.get(), branch.get()).source(new OkHttpClient(), clock);
    }

    private ParameterException wrong(String text) {
        return new ParameterException(
                Objects.requireNonNull(command).commandLine(),
                "There is no folder %s: give one that holds events/, or owner/name or owner/name@branch on GitHub."
                        .formatted(Legible.line(text)));
    }
}
