package dev.brandingbot.app;

import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Inspection;
import dev.brandingbot.repository.RepositoryUnavailableException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code validate}: says what is wrong with a branding repository. */
@Command(
        name = "validate",
        description = "Checks a branding repository: the folders, the settings, the descriptions and the images.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it can be used as it is",
            "1:it has errors, or with --strict warnings",
            "2:the call was wrong",
            "3:it could not be looked at"
        },
        exitCodeOnExecutionException = ValidateCommand.NO_LOOK,
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ValidateCommand implements Callable<Integer> {
    static final int NO_LOOK = 3;

    private static final int FLAWED = 1;

    @Mixin
    private final SourceArgument source;

    private final Clock clock;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = ReportFormat.Converter.class,
            description = "text, json, or github for the annotations of a GitHub workflow; default: text.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--strict", description = "Status 1 for warnings, too.")
    private boolean isStrict;

    @Spec
    private @Nullable CommandSpec spec;

    ValidateCommand(SourceArgument source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Integer call() throws StartException {
        try {
            BrandingRepository repository = source.repository();
            Inspection inspection = repository.inspect();
            report(repository.name()).print(inspection, out());
            return isFlawed(inspection) ? FLAWED : CommandLine.ExitCode.OK;
        } catch (RepositoryUnavailableException unavailable) {
            throw new StartException(unavailable.reason(), unavailable);
        } catch (ParameterException nothingThere) {
            throw new StartException(String.valueOf(nothingThere.getMessage()), nothingThere);
        }
    }

    private InspectionReport report(String name) {
        return switch (format) {
            case TEXT -> new TextReport(commandLine().getColorScheme());
            case JSON -> new JsonReport(name, LocalDate.now(clock));
            case GITHUB -> new GitHubReport(source.folder());
        };
    }

    private boolean isFlawed(Inspection inspection) {
        return !inspection.isValid() || (isStrict && !inspection.findings().isEmpty());
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
