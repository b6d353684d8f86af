package dev.brandingbot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintWriter;
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
 * The command line as a whole: the commands under one name, and what they have in common. A wrong call prints one line and the
 * usage, and gives status 2; a failure prints what to do, and gives status 1.
 */
@Command(
        name = "branding-bot",
        description = "Keeps a Discord guild's banner and icon in step with a branding repository.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class BrandingBotCommand {
    private static final int WRONG_CALL = 2;
    private static final String OWN_PACKAGE = "dev.brandingbot";

    /** What is repeated when it is wrong: names, not what may be a secret. */
    private static final Pattern HARMLESS = Pattern.compile("-{0,2}[a-z][a-z-]{0,19}");

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log every decision, and failures with their stack trace.")
    private boolean isVerbose;

    private BrandingBotCommand() {}

    /** The command line with {@code commands}, each a class annotated for picocli. */
    static CommandLine with(Object... commands) {
        BrandingBotCommand root = new BrandingBotCommand();
        CommandLine commandLine = new CommandLine(root);
        for (Object command : commands) {
            commandLine.addSubcommand(command);
        }
        return commandLine
                .setExecutionStrategy(root::execute)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong, arguments))
                .setExecutionExceptionHandler((failure, command, call) -> root.report(failure, command));
    }

    private int execute(ParseResult call) {
        if (isVerbose && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getLogger(OWN_PACKAGE).setLevel(Level.DEBUG);
        }
        return new CommandLine.RunLast().execute(call);
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(complaint(wrong, arguments));
        command.usage(command.getErr());
        return WRONG_CALL;
    }

    /** What is wrong with the call, without what may be a token that was given in the wrong way. */
    private static String complaint(ParameterException wrong, String[] arguments) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
            return HARMLESS.matcher(word).matches()
                    ? "There is no option or command " + word + "."
                    : "The call holds a word that is no option or command.";
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
        err.println(failure instanceof StartException ? failure.getMessage() : unexpected(failure));
        if (isVerbose) {
            failure.printStackTrace(err);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String unexpected(Exception failure) {
        return "The bot failed unexpectedly (%s: %s): start it with --verbose to see where, and report that."
                .formatted(failure.getClass().getSimpleName(), firstLine(failure));
    }

    private static String firstLine(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("no message");
    }
}
