package dev.brandingbot.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.brandingbot.app.BuildVersion;
import dev.brandingbot.app.CliCommand;
import dev.brandingbot.app.settings.CliException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code sandbox}: the whole bot on this machine, for trying it out. */
@Command(
        name = "sandbox",
        description = {
            "Runs the whole bot on this machine, with fake Discord and GitHub servers and a clock that you control.",
            "It reads neither .env nor the environment, and saves nothing."
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class SandboxCommand implements CliCommand {
    private static final String OWN_PACKAGE = "dev.brandingbot";

    private static final int MAX_COLUMNS = 80;
    private static final int MAX_PORT = 0xFFFF;

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = "The folder that contains events/; default: sample events that come with the program.")
    private @Nullable Path events;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortConverter.class,
            description = "The fake Discord server's port; default: any free one.")
    private int port;

    @Option(
            names = "--at",
            paramLabel = "DATE-TIME",
            converter = TimeConverter.class,
            description = "When the clock starts, in UTC: 2026-12-25 or 2026-12-25T18:30; default: now.")
    private @Nullable Instant at;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException, InterruptedException, IOException {
        setLevel(OWN_PACKAGE, Level.ERROR);
        var editor = LineEditor.open();
        if (editor.isPresent()) {
            play(editor.get());
        } else {
            var charset =
                    Optional.ofNullable(System.console()).map(Console::charset).orElse(Charset.defaultCharset());
            play(
                    new BufferedReader(new InputStreamReader(System.in, charset)),
                    Objects.requireNonNull(spec).commandLine().getOut());
        }
        return 0;
    }

    private void play(LineEditor editor) throws CliException, InterruptedException, IOException {
        try (editor) {
            var width = editor.width();
            play(editor, editor.printer(), width > 0 ? Math.min(width, MAX_COLUMNS) : MAX_COLUMNS);
        }
    }

    /** Runs the sandbox with scripted input, without a prompt. */
    void play(BufferedReader in, PrintWriter out) throws CliException, InterruptedException, IOException {
        play(prompt -> in.readLine(), out, MAX_COLUMNS);
    }

    /** Logs only errors, because the screen shows what members and moderators see. --verbose logs every decision. */
    private static void setLevel(String logger, Level level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers
                && !loggers.getLogger(OWN_PACKAGE).isDebugEnabled()) {
            loggers.getLogger(logger).setLevel(level);
        }
    }

    /** Runs until the end of the input. Deletes all files, even if the process is interrupted. */
    private void play(LineInput in, PrintWriter out, int columns)
            throws CliException, InterruptedException, IOException {
        try (var resources = new CloseStack()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(resources), "sandbox-end"));
            try {
                play(in, new ConsoleView.Screen(out, columns), resources);
            } catch (CliException | RuntimeException failed) {
                if (!resources.isClosing()) {
                    throw failed;
                }
                // The shutdown closed what was in use.
            }
        }
    }

    /** Disables the logging first, because running requests fail. */
    private static void interrupt(CloseStack resources) {
        setLevel(Logger.ROOT_LOGGER_NAME, Level.OFF);
        setLevel(OWN_PACKAGE, Level.OFF);
        resources.close();
    }

    private void play(LineInput in, ConsoleView.Screen screen, CloseStack resources)
            throws CliException, InterruptedException, IOException {
        var folder = TemporaryFolder.create();
        resources.add(folder::close);
        var repository = repository(folder);
        var clock = new MovableClock(Clock.systemUTC());
        Optional.ofNullable(at).ifPresent(clock::moveTo);
        var view = new ConsoleView(screen, new AssetFileIndex(repository), clock);
        var settings = new SandboxSettings(repository, folder.path().resolve("data"), port);
        var sandbox = Sandbox.open(settings, clock, view, screen.out());
        resources.add(sandbox::close);
        view.print("The sandbox is starting. Its events are in", List.of("  " + repository));
        view.printStart();
        sandbox.start();
        new SandboxTerminal(sandbox, clock, view).serve(in);
    }

    private Path repository(TemporaryFolder folder) throws CliException {
        if (events == null) {
            var samples = folder.path().resolve("branding");
            folder.fill(() -> SampleEvents.unpack(samples));
            return samples;
        }
        if (!Files.isDirectory(events.resolve("events"))) {
            throw new CliException(
                    "%s contains no folder events/: set --events to the folder that contains it.".formatted(events));
        }
        return events;
    }

    /** Parses a time for picocli. */
    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return TimeParser.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a date: write 2026-12-25 or 2026-12-25T18:30".formatted(text)));
        }
    }

    /** Parses a port for picocli. */
    static final class PortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("\\d{1,5}"))
                    .map(Integer::valueOf)
                    .filter(number -> number <= MAX_PORT)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a port: use a number from 1 to %s".formatted(text, MAX_PORT)));
        }
    }
}
