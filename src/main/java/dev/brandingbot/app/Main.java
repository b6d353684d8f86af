package dev.brandingbot.app;

import dev.brandingbot.app.settings.SettingParsers;
import dev.brandingbot.app.settings.SettingsLoader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import picocli.CommandLine;

/** The entry point of the program. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its status.
     *
     * @param arguments the arguments as typed
     */
    public static void main(String[] arguments) {
        LoggingSetup.setUp();
        // Images are drawn in memory; no display is needed.
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine()
                .setOut(TerminalText.standardOutput(new FileOutputStream(FileDescriptor.out)))
                .setErr(TerminalText.standardError(new FileOutputStream(FileDescriptor.err)))
                .execute(arguments));
    }

    /** The command line with all commands. */
    private static CommandLine commandLine() {
        SettingsLoader settings = new SettingsLoader(Path.of(""), System.getenv());
        Optional<Path> jobSummary = Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY"))
                .filter(path -> !path.isEmpty())
                .flatMap(SettingParsers::path);
        Clock clock = Clock.systemUTC();
        List<Object> commands = new ArrayList<>(List.of(
                new RunCommand(settings, clock, RandomGenerator.getDefault()),
                new ValidateCommand(new SourceArgument(settings, clock), clock, jobSummary),
                new ScheduleCommand(new SourceArgument(settings, clock), clock, StandardOutput.ofProcess())));
        ServiceLoader.load(CliCommand.class).forEach(commands::add);
        return RootCommand.forHost(commands.toArray());
    }
}
