package dev.brandingbot.app;

import dev.brandingbot.app.report.ChangedFiles;
import dev.brandingbot.app.report.GitHubAnnotationsFormatter;
import dev.brandingbot.app.report.JobSummary;
import dev.brandingbot.app.report.JsonFormatter;
import dev.brandingbot.app.report.ReportFormat;
import dev.brandingbot.app.report.ReportFormatter;
import dev.brandingbot.app.report.TextFormatter;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate}: reports the problems of a branding repository. */
@Command(
        name = "validate",
        description = "Checks a branding repository: folders, dates, descriptions and images.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:no errors",
            "1:errors, or with --strict warnings",
            "2:invalid arguments",
            "3:the repository could not be read"
        },
        exitCodeOnExecutionException = ValidateCommand.UNREADABLE,
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ValidateCommand implements Callable<Integer> {
    static final int UNREADABLE = 3;

    private static final int INVALID = 1;

    @Mixin
    private final SourceArgument source;

    private final Clock clock;
    private final Optional<Path> jobSummary;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = ReportFormat.Converter.class,
            description = "text, json, or github (annotations and job summary of a workflow); default: text.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--strict", description = "Exit with status 1 for warnings, too.")
    private boolean isStrict;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * @param source the repository argument
     * @param clock the time
     * @param jobSummary the file for the summary of a GitHub job; empty outside a job
     */
    ValidateCommand(SourceArgument source, Clock clock, Optional<Path> jobSummary) {
        this.source = source;
        this.clock = clock;
        this.jobSummary = jobSummary;
    }

    @Override
    public Integer call() throws CliException {
        try {
            BrandingRepository repository = source.repository();
            InspectionReport inspection = repository.inspect();
            report(repository.name()).print(inspection, out());
            if (format == ReportFormat.GITHUB) {
                jobSummary.ifPresent(file -> summarize(inspection, file));
            }
            return isRejected(inspection) ? INVALID : CommandLine.ExitCode.OK;
        } catch (RepositoryUnavailableException unavailable) {
            throw new CliException(unavailable.reason(), unavailable);
        }
    }

    private ReportFormatter report(String name) {
        return switch (format) {
            case TEXT -> new TextFormatter(commandLine().getColorScheme());
            case JSON -> new JsonFormatter(name, LocalDate.now(clock));
            case GITHUB ->
                new GitHubAnnotationsFormatter(
                        source.folder(), source.folder().map(ChangedFiles::find).orElse(Set.of()));
        };
    }

    private void summarize(InspectionReport inspection, Path file) {
        try {
            JobSummary.append(inspection, file);
        } catch (IOException unwritable) {
            ErrorPrinter.print(
                    "The job summary can't be written: " + FileFailure.describe(file, unwritable),
                    commandLine().getErr());
        }
    }

    private boolean isRejected(InspectionReport inspection) {
        return !inspection.isValid() || (isStrict && !inspection.findings().isEmpty());
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
