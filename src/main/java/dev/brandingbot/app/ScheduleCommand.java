package dev.brandingbot.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.schedule.ICalendarWriter;
import dev.brandingbot.schedule.JsonSchedule;
import dev.brandingbot.schedule.TextCalendar;
import dev.brandingbot.schedule.YearSchedule;
import dev.brandingbot.schedule.picture.YearImage;
import dev.brandingbot.support.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code schedule}: shows which event is active on which day of a year. */
@Command(
        name = "schedule",
        description = "Shows which event is active when: for the terminal, for programs, as a calendar or an image.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:the schedule was written", "1:a failure", "2:invalid arguments"},
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ScheduleCommand implements Callable<Integer> {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    private final Clock clock;
    private final StandardOutput standardOutput;

    @Mixin
    private final SourceArgument source;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            converter = YearConverter.class,
            description = "The year; default: this one, in UTC.")
    private @Nullable Integer year;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ScheduleFormat.Converter.class,
            description = "text, json, ics, png or svg; default: by the ending of FILE, otherwise text.")
    private @Nullable ScheduleFormat format;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write; default: standard output.")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    ScheduleCommand(SourceArgument source, Clock clock, StandardOutput standardOutput) {
        this.source = source;
        this.clock = clock;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws CliException {
        var wantedYear = requestedYear();
        var wantedFormat = requestedFormat();
        var repository = source.repository();
        var snapshot = fetch(repository);
        var plan = YearSchedule.of(snapshot.calendar(), wantedYear);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        switch (wantedFormat) {
            case TEXT -> print(plan, today);
            case JSON -> write((JsonSchedule.write(plan) + "\n").getBytes(UTF_8));
            case ICS ->
                write(ICalendarWriter.write(plan, community(repository), clock.instant())
                        .getBytes(UTF_8));
            case PNG, SVG ->
                draw(plan, today, new RepositoryImageSource(repository, snapshot.calendar()), wantedFormat);
        }
        return 0;
    }

    /** Returns the name that makes the UIDs of a community unique; empty for a folder, whose name differs between clones. */
    private String community(BrandingRepository repository) {
        return source.folder().isPresent() ? "" : repository.name();
    }

    private int requestedYear() {
        var wanted = Optional.ofNullable(year)
                .orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear());
        if (wanted < FIRST_YEAR || wanted > LAST_YEAR) {
            throw usageError("--year %s is out of range: use %s to %s.".formatted(wanted, FIRST_YEAR, LAST_YEAR));
        }
        return wanted;
    }

    private ScheduleFormat requestedFormat() {
        var wanted = Optional.ofNullable(format).orElseGet(this::formatOfOutput);
        if (wanted == ScheduleFormat.PNG && output == null && standardOutput.isTerminal()) {
            throw usageError("A terminal can't show a PNG: write it to a file with --output FILE.");
        }
        return wanted;
    }

    private ScheduleFormat formatOfOutput() {
        var extension = Optional.ofNullable(output).flatMap(ScheduleFormat::extension);
        var byExtension = extension.flatMap(ScheduleFormat::forExtension);
        if (extension.isPresent() && byExtension.isEmpty()) {
            throw usageError(
                    "--output ends in .%s, which is not a known format: use .txt, .json, .ics, .png or .svg, or add --format."
                            .formatted(extension.get()));
        }
        return byExtension.orElse(ScheduleFormat.TEXT);
    }

    private ParameterException usageError(String message) {
        return new ParameterException(command().commandLine(), message);
    }

    private Snapshot fetch(BrandingRepository repository) throws CliException {
        try {
            var snapshot = repository.fetch();
            if (!snapshot.invalidEvents().isEmpty()) {
                var paths = snapshot.invalidEvents().stream().sorted().toList();
                printError("Left out because of errors (see validate): " + String.join(", ", paths));
            }
            return snapshot;
        } catch (RepositoryUnavailableException unavailable) {
            throw new CliException(unavailable.reason(), unavailable);
        }
    }

    private void draw(YearSchedule<?> plan, LocalDate today, RepositoryImageSource images, ScheduleFormat wanted)
            throws CliException {
        write(wanted == ScheduleFormat.PNG ? YearImage.png(plan, images, today) : YearImage.svg(plan, images, today));
        images.problem().ifPresent(reason -> printError("Some images are missing. " + reason));
    }

    /** Writes a file in UTF-8; a terminal may have another encoding. */
    private void print(YearSchedule<?> plan, LocalDate today) throws CliException {
        if (output == null) {
            command().commandLine().getOut().println(TextCalendar.render(plan, today, standardOutput.usesColors()));
        } else {
            write((TextCalendar.render(plan, today, false) + "\n").getBytes(UTF_8));
        }
    }

    private void write(byte[] bytes) throws CliException {
        try {
            if (output == null) {
                standardOutput.bytes().write(bytes);
                standardOutput.bytes().flush();
            } else {
                Files.write(output, bytes);
            }
        } catch (IOException e) {
            throw new CliException(
                    output == null
                            ? "The output can't be written: " + FailureReason.of(e) + "."
                            : "%s can't be written: %s".formatted(output, FileFailure.describe(output, e)),
                    e);
        }
    }

    private void printError(String message) {
        ErrorPrinter.print(message, command().commandLine().getErr());
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }

    /** Parses a year for picocli. */
    static final class YearConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new TypeConversionException(
                        "'%s' is not a year: use %s to %s".formatted(text, FIRST_YEAR, LAST_YEAR));
            }
        }
    }
}
