package dev.brandingbot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.app.settings.LocaleEncoding;
import dev.brandingbot.support.UserText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line with all its commands. Invalid arguments print one message and the usage, and exit with status 2; a failure prints
 * a message for each problem, and exits with status 1.
 */
@Command(
        name = "branding-bot",
        description = "Keeps a Discord server's banner and icon in sync with a branding repository.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class RootCommand {
    private static final int USAGE_ERROR = 2;
    private static final String OWN_PACKAGE = "dev.brandingbot";

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log every decision, and failures with a stack trace.")
    private boolean isVerbose;

    private RootCommand() {}

    /**
     * Returns the command line.
     *
     * @param commands classes annotated for picocli
     */
    static CommandLine forHost(Object... commands) {
        RootCommand root = new RootCommand();
        CommandLine commandLine = new CommandLine(root);
        for (Object command : commands) {
            commandLine.addSubcommand(command);
        }
        return commandLine
                .setExecutionStrategy(root::execute)
                .registerConverter(Path.class, new PathConverter())
                .setParameterExceptionHandler(RootCommand::reportUsageError)
                .setExecutionExceptionHandler((failure, command, call) -> root.report(failure, command));
    }

    private int execute(ParseResult call) {
        if (isGarbled(call.originalArgs())) {
            return refuseLocale(call);
        }
        if (isVerbose && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getLogger(OWN_PACKAGE).setLevel(Level.DEBUG);
        }
        return new CommandLine.RunLast().execute(call);
    }

    /** Includes the working folder: in one whose name is garbled, no file is found. */
    private static boolean isGarbled(List<String> arguments) {
        return Stream.concat(arguments.stream(), Stream.of(System.getProperty("user.dir", "")))
                .anyMatch(LocaleEncoding::isGarbled);
    }

    private static int refuseLocale(ParseResult call) {
        CommandLine command =
                call.asCommandLineList().get(call.asCommandLineList().size() - 1);
        ErrorPrinter.print(LocaleEncoding.remedyMessage(), command.getErr());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static int reportUsageError(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (isGarbled(List.of(arguments))) {
            ErrorPrinter.print(LocaleEncoding.remedyMessage(), command.getErr());
            return USAGE_ERROR;
        }
        ErrorPrinter.print(UsageError.describe(wrong, arguments), command.getErr());
        command.usage(command.getErr());
        return USAGE_ERROR;
    }

    private int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        messages(failure).forEach(message -> ErrorPrinter.print(message, err));
        if (isVerbose) {
            failure.printStackTrace(err);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static List<String> messages(Exception failure) {
        if (LocaleEncoding.isCauseOf(failure)) {
            return List.of(LocaleEncoding.remedyMessage());
        }
        return failure instanceof CliException problems
                ? problems.messages().stream().map(UserText::toSingleLine).toList()
                : List.of(unexpected(failure));
    }

    private static String unexpected(Exception failure) {
        return "The bot failed unexpectedly (%s: %s): run it again with --verbose and report the stack trace."
                .formatted(failure.getClass().getSimpleName(), UsageError.firstLine(failure));
    }
}
