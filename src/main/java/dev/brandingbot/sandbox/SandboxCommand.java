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
        quietly();
        var charset =
                Optional.ofNullable(System.console()).map(Console::charset).orElse(Charset.defaultCharset());
        var in = new BufferedReader(new InputStreamReader(System.in, charset));
        play(in, Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }

    /** What members see is told on the screen; the log is for trouble. */
    private static void quietly() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            var own = loggers.getLogger(OWN_PACKAGE);
            if (!own.isDebugEnabled()) {
                own.setLevel(Level.WARN);
            }
        }
    }

    /** Plays until the end of the input. */
    void play(BufferedReader in, PrintWriter out) throws StartException, InterruptedException, IOException {
        try (var folder = TemporaryFolder.create()) {
            var clock = new SandboxClock(Clock.systemUTC());
            Optional.ofNullable(at).ifPresent(clock::moveTo);
            var repository = repository(folder.path());
            var screen = new Screen(out, new AssetFiles(repository), COLUMNS, clock);
            screen.print("The sandbox starts. Its events are in", List.of("  " + repository));
            screen.print("Help", SandboxTerminal.HELP.lines().toList());
            var settings = new SandboxSettings(repository, folder.path().resolve("data"), port);
            try (var sandbox = Sandbox.start(settings, clock, screen, out)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox, folder), "sandbox-end"));
                new SandboxTerminal(sandbox, clock, screen).serve(in);
            }
        }
    }

    /** Nothing is left behind when it is interrupted; after an orderly end there is nothing to do. */
    private static void end(Sandbox sandbox, TemporaryFolder folder) {
        sandbox.close();
        folder.close();
    }

    private Path repository(Path folder) throws StartException {
        if (events == null) {
            var samples = folder.resolve("branding");
            SampleEvents.unpack(samples);
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
