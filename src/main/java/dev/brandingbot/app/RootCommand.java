package dev.brandingbot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.brandingbot.app.settings.CliException;
import dev.brandingbot.support.FailureReason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: all commands, and what they have in common. Invalid arguments print one line and the usage, and exit with
 * status 2; a failure prints what to do, and exits with status 1.
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

    /** What is repeated when it is wrong: words, numbers, dates, file names and repositories, but nothing that may be a secret. */
    private static final Pattern HARMLESS = Pattern.compile("-{0,2}[A-Za-z][A-Za-z-]{0,19}"
            + "|[\\d.,:T+-]{1,20}"
            + "|[\\w ./\\\\-]{0,80}\\.[A-Za-z]{2,5}"
            + "|[A-Za-z][A-Za-z-]{0,38}/[A-Za-z][A-Za-z.-]{0,38}");

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log every decision, and failures with a stack trace.")
    private boolean isVerbose;

    private RootCommand() {}

    /** The command line with {@code commands}, each a class annotated for picocli. */
    static CommandLine forHost(Object... commands) {
        RootCommand root = new RootCommand();
        CommandLine commandLine = new CommandLine(root);
        for (Object command : commands) {
            commandLine.addSubcommand(command);
        }
        return commandLine
                .setExecutionStrategy(root::execute)
                .setParameterExceptionHandler((wrong, arguments) -> reportUsageError(wrong, arguments))
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

    /** Also in a folder whose name can't be read, in which no file is found. */
    private static boolean isGarbled(List<String> arguments) {
        return Stream.concat(arguments.stream(), Stream.of(System.getProperty("user.dir", "")))
                .anyMatch(LocaleEncoding::isGarbled);
    }

    private static int refuseLocale(ParseResult call) {
        CommandLine command =
                call.asCommandLineList().get(call.asCommandLineList().size() - 1);
        command.getErr().println(LocaleEncoding.remedy());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static int reportUsageError(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (isGarbled(List.of(arguments))) {
            command.getErr().println(LocaleEncoding.remedy());
            return USAGE_ERROR;
        }
        command.getErr().println(complaint(wrong, arguments));
        command.usage(command.getErr());
        return USAGE_ERROR;
    }

    /** What is wrong with the call, without what may be a token that was given in the wrong way. */
    private static String complaint(ParameterException wrong, String[] arguments) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
            return HARMLESS.matcher(word).matches()
                    ? "There is no option or command " + word + "."
                    : "An argument is neither an option nor a command.";
        }
        return Stream.of(arguments)
                .map(argument -> argument.startsWith("-") ? argument.replaceFirst("(?s)^[^=]*=?", "") : argument)
                .filter(value -> !value.isEmpty() && !HARMLESS.matcher(value).matches())
                .reduce(
                        firstLine(wrong),
                        (line, value) -> line.replaceAll("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)", "***"));
    }

    private int report(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(message(failure));
        if (isVerbose) {
            failure.printStackTrace(err);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String message(Exception failure) {
        if (LocaleEncoding.caused(failure)) {
            return LocaleEncoding.remedy();
        }
        return failure instanceof CliException ? FailureReason.of(failure) : unexpected(failure);
    }

    private static String unexpected(Exception failure) {
        return "The bot failed unexpectedly (%s: %s): run it again with --verbose and report the stack trace."
                .formatted(failure.getClass().getSimpleName(), firstLine(failure));
    }

    private static String firstLine(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("no message");
    }
}
