package dev.brandingbot.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes invalid arguments, without values that may be secrets: a token may have been given in the wrong way. */
final class UsageError {
    /** An argument that a message may repeat: a word, number, date, file name or repository, but nothing like a secret. */
    private static final Pattern HARMLESS = Pattern.compile("-{0,2}[A-Za-z][A-Za-z-]{0,19}"
            + "|[\\d.,:T/+-]{1,20}"
            + "|[\\w ./\\\\-]{0,80}\\.[A-Za-z]{2,5}"
            + "|[A-Za-z][A-Za-z-]{0,38}/[A-Za-z][A-Za-z.-]{0,38}");

    /** Picocli's message about a value, up to the reason that the converter gives. */
    private static final Pattern INVALID_VALUE =
            Pattern.compile("Invalid value for option '(--[a-z-]+)': '(.*)' is not");

    private static final String NO_COMMAND = "Missing required subcommand";

    private UsageError() {}

    /**
     * Returns one sentence about the first error.
     *
     * @param error picocli's exception
     * @param arguments the arguments as typed
     */
    static String describe(ParameterException error, String... arguments) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
            return HARMLESS.matcher(argument).matches()
                    ? "There is no option or command " + argument + "."
                    : "An argument is neither an option nor a command.";
        }
        if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        String message = firstLine(error);
        return message.equals(NO_COMMAND)
                ? missingCommand(error.getCommandLine().getCommandSpec())
                : masked(sentence(message), arguments);
    }

    private static String missing(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return "%1$s needs a value: %1$s %2$s.".formatted(option.longestName(), option.paramLabel());
        }
        String description = String.join(" ", argument.description());
        return "%s is missing: %s%s"
                .formatted(
                        argument.paramLabel(),
                        description.substring(0, 1).toLowerCase(Locale.ROOT),
                        description.substring(1));
    }

    private static String missingCommand(CommandSpec root) {
        List<String> names = root.subcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(command -> command.getKey())
                .toList();
        return "A command is missing: use %s."
                .formatted(String.join(", ", names).replaceFirst(", ([^,]*)$", " or $1"));
    }

    private static String sentence(String message) {
        Matcher invalid = INVALID_VALUE.matcher(message);
        if (!invalid.lookingAt()) {
            return ended(message);
        }
        String value = invalid.group(2);
        String problem = message.substring(invalid.end());
        return ended(invalid.group(1)
                + (value.isBlank()
                        ? " is empty" + problem.replaceFirst("^[^:]*", "")
                        : " " + value + " is not" + problem));
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String masked(String message, String... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument.startsWith("-") ? argument.replaceFirst("(?s)^[^=]*=?", "") : argument)
                .filter(value -> !value.isEmpty() && !HARMLESS.matcher(value).matches())
                .reduce(
                        message,
                        (text, value) -> text.replaceAll("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)", "***"));
    }

    /** Returns the first line of an exception's message. */
    static String firstLine(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("no message");
    }
}
