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

/** {@code sandbox}: the whole bot on this machine, to be played with. */
@Command(
        name = "sandbox",
        description = {
            "Runs the whole bot on this machine, with fakes of Discord and GitHub and a clock that can be moved.",
            "It reads neither .env nor the environment, and keeps nothing."
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class SandboxCommand implements CliCommand {
    private static final String OWN_PACKAGE = "dev.brandingbot";

    /** What fits everywhere. */
    private static final int COLUMNS = 80;

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = "The folder that holds events/; default: sample events that come with the program.")
    private @Nullable Path events;

    @Option(names = "--port", paramLabel = "N", description = "The port of the fake of Discord; default: any free one.")
    private int port;

    @Option(
            names = "--at",
            paramLabel = "DATE-TIME",
            converter = Moment.class,
            description = "Where the clock begins, in UTC: 2026-12-25 or 2026-12-25T18:30; default: now.")
    private @Nullable Instant at;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException, InterruptedException, IOException {
        logFrom(OWN_PACKAGE, Level.ERROR);
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
            play(editor, editor.printer(), width > 0 ? Math.min(width, COLUMNS) : COLUMNS);
        }
    }

    /** Plays what is read, without a prompt. */
    void play(BufferedReader in, PrintWriter out) throws CliException, InterruptedException, IOException {
        play(prompt -> in.readLine(), out, COLUMNS);
    }

    /** The screen shows what members and moderators see, warnings about events among it; --verbose logs every decision. */
    private static void logFrom(String logger, Level level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers
                && !loggers.getLogger(OWN_PACKAGE).isDebugEnabled()) {
            loggers.getLogger(logger).setLevel(level);
        }
    }

    /** Plays until the end of the input, and leaves nothing behind, not even when it is interrupted in the middle. */
    private void play(LineInput in, PrintWriter out, int columns)
            throws CliException, InterruptedException, IOException {
        try (var ending = new CloseStack()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(ending), "sandbox-end"));
            try {
                play(in, new ConsoleView.Paper(out, columns), ending);
            } catch (CliException | RuntimeException failed) {
                if (!ending.isClosing()) {
                    throw failed;
                }
                // The end took away what was needed.
            }
        }
    }

    /** Requests in hand break off, of which nobody wants to read. */
    private static void interrupt(CloseStack ending) {
        logFrom(Logger.ROOT_LOGGER_NAME, Level.OFF);
        logFrom(OWN_PACKAGE, Level.OFF);
        ending.close();
    }

    private void play(LineInput in, ConsoleView.Paper paper, CloseStack ending)
            throws CliException, InterruptedException, IOException {
        var folder = TemporaryFolder.create();
        ending.add(folder::close);
        var repository = repository(folder);
        var clock = new MovableClock(Clock.systemUTC());
        Optional.ofNullable(at).ifPresent(clock::moveTo);
        var screen = new ConsoleView(paper, new AssetFileIndex(repository), clock);
        screen.print("The sandbox is starting. Its events are in", List.of("  " + repository));
        screen.printStart();
        var settings = new SandboxSettings(repository, folder.path().resolve("data"), port);
        var sandbox = Sandbox.open(settings, clock, screen, paper.out());
        ending.add(sandbox::close);
        sandbox.start();
        new SandboxTerminal(sandbox, clock, screen).serve(in);
    }

    private Path repository(TemporaryFolder folder) throws CliException {
        if (events == null) {
            var samples = folder.path().resolve("branding");
            folder.fill(() -> SampleEvents.unpack(samples));
            return samples;
        }
        if (!Files.isDirectory(events.resolve("events"))) {
            throw new CliException(
                    "%s holds no folder events/. Give --events the folder that contains events/.".formatted(events));
        }
        return events;
    }

    /** Reads a moment, as picocli wants it. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String typed) {
            return TimeParser.parse(typed)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a date: write 2026-12-25 or 2026-12-25T18:30".formatted(typed)));
        }
    }
}
