package dev.brandingbot.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.brandingbot.app.BuildVersion;
import dev.brandingbot.app.ProgramCommand;
import dev.brandingbot.app.StartException;
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
            "Shows the whole bot at work on this machine, with stand-ins for Discord and GitHub and a clock that can be moved.",
            "Neither .env nor the environment is read, and nothing is kept."
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
public final class SandboxCommand implements ProgramCommand {
    private static final String OWN_PACKAGE = "dev.brandingbot";

    /** What fits everywhere. */
    private static final int COLUMNS = 80;

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = "The folder that holds events/; default: sample events that come with the program.")
    private @Nullable Path events;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port of the stand-in for Discord; default: any that is free.")
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
    public Integer call() throws StartException, InterruptedException, IOException {
        logFrom(OWN_PACKAGE, Level.WARN);
        var charset =
                Optional.ofNullable(System.console()).map(Console::charset).orElse(Charset.defaultCharset());
        var in = new BufferedReader(new InputStreamReader(System.in, charset));
        play(in, Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }

    /** What members see is told on the screen; the log is for trouble, and for whoever wants to see every decision. */
    private static void logFrom(String logger, Level level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers
                && !loggers.getLogger(OWN_PACKAGE).isDebugEnabled()) {
            loggers.getLogger(logger).setLevel(level);
        }
    }

    /** Plays until the end of the input, and leaves nothing behind, not even when it is interrupted in the middle. */
    void play(BufferedReader in, PrintWriter out) throws StartException, InterruptedException, IOException {
        try (var ending = new Ending()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(ending), "sandbox-end"));
            try {
                play(in, out, ending);
            } catch (StartException | RuntimeException failed) {
                if (!ending.hasBegun()) {
                    throw failed;
                }
                // The end took away what was needed.
            }
        }
    }

    /** Requests in hand break off, of which nobody wants to read. */
    private static void interrupt(Ending ending) {
        logFrom(Logger.ROOT_LOGGER_NAME, Level.OFF);
        logFrom(OWN_PACKAGE, Level.OFF);
        ending.close();
    }

    private void play(BufferedReader in, PrintWriter out, Ending ending)
            throws StartException, InterruptedException, IOException {
        var folder = TemporaryFolder.create();
        ending.add(folder::close);
        var repository = repository(folder);
        var clock = new SandboxClock(Clock.systemUTC());
        Optional.ofNullable(at).ifPresent(clock::moveTo);
        var screen = new Screen(out, new AssetFiles(repository), COLUMNS, clock);
        screen.print("The sandbox starts. Its events are in", List.of("  " + repository));
        screen.print("Help", SandboxTerminal.HELP.lines().toList());
        var settings = new SandboxSettings(repository, folder.path().resolve("data"), port);
        var sandbox = Sandbox.open(settings, clock, screen, out);
        ending.add(sandbox::close);
        sandbox.begin();
        new SandboxTerminal(sandbox, clock, screen).serve(in);
    }

    private Path repository(TemporaryFolder folder) throws StartException {
        if (events == null) {
            var samples = folder.path().resolve("branding");
            folder.fill(() -> SampleEvents.unpack(samples));
            return samples;
        }
        if (!Files.isDirectory(events.resolve("events"))) {
            throw new StartException(
                    "%s holds no folder events/: give --events the folder that events/ is in.".formatted(events));
        }
        return events;
    }

    /** Reads a moment, as picocli wants it. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String typed) {
            return SandboxTime.parse(typed)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no moment: write 2026-12-25 or 2026-12-25T18:30".formatted(typed)));
        }
    }
}
