package dev.brandingbot.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import picocli.CommandLine;

/** The program's entry. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its status.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        Logging.setUp();
        System.exit(commandLine().execute(arguments));
    }

    /** The commands that there are. */
    private static CommandLine commandLine() {
        SettingsLoader settings = new SettingsLoader(Path.of(""), System.getenv());
        CommandLine commandLine =
                BrandingBotCommand.with(new RunCommand(settings, Clock.systemUTC(), RandomGenerator.getDefault()));
        ServiceLoader.load(ProgramCommand.class).forEach(commandLine::addSubcommand);
        return commandLine;
    }
}
