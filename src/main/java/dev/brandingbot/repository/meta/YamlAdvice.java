package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains how to fix a line that YAML cannot read or misreads. Covers common mistakes of authors who do not know YAML:
 * missing quotes, a missing space, a tab.
 */
final class YamlAdvice {
    private static final String NAME = "((?i:" + String.join("|", MetaValidator.KNOWN) + ")|\\d{4})";
    private static final Pattern TAB = Pattern.compile(" *\\t\\s*\\S.*");
    private static final Pattern SETTING =
            Pattern.compile("( *)(" + String.join("|", MetaValidator.KNOWN) + ") *:(?: .*)?");

    /** A A setting without a colon or without the space after it. Full-width and similar colons do not count. */
    private static final Pattern UNSPACED =
            Pattern.compile(" *" + NAME + "(?: *:(?=\\S)| *[=\\x{ff1a}\\x{fe55}\\x{a789}] *| +(?![ :=]))(\\S.*)");

    private static final Pattern LINE = Pattern.compile(" *((?:- +)?[^\\s\"'#:-][^:]*:|-) +(\\S.*)");
    private static final Pattern CLOSED = Pattern.compile(
            "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|\\[[^\\[\\]]*]|\\{[^{}]*}" + "|[|>][-+\\d]*) *(?:#.*)?");
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)].*");
    private static final Pattern COMMENT = Pattern.compile(" +#.*");

    /** A A value that starts like this is not plain text. */
    private static final Pattern SPECIAL = Pattern.compile("[@`%,*&!|>\"'\\[\\]{}]|#(?=\\S)|[-?:](?=\\s)");

    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");

    private static final int MAX_EXAMPLE_LENGTH = 120;

    /** Longer lines are skipped, because patterns with alternatives recurse on them. */
    private static final int MAX_LINE_LENGTH = 1_000;

    private YamlAdvice() {}

    /**
     * Advice about a line.
     *
     * @param index the index of the line, from 0
     * @param sentence how to fix it
     */
    record Advice(int index, String sentence) {}

    /**
     * Returns advice about the line that most likely caused the error: the one where YAML stopped, or an earlier one.
     */
    static Optional<Advice> forLines(List<String> lines, int stoppedAt) {
        return IntStream.iterate(Math.min(stoppedAt, lines.size() - 1), i -> i >= 0, i -> i - 1)
                .boxed()
                .filter(i -> lines.get(i).length() <= MAX_LINE_LENGTH)
                .flatMap(i -> forLines(lines.get(i), lines).map(it -> new Advice(i, it)).stream())
                .findFirst();
    }

    private static Optional<String> forLines(String line, List<String> lines) {
        if (TAB.matcher(line).matches()) {
            return Optional.of("YAML forbids tabs as indentation. Indent with spaces.");
        }
        return forMissingSpace(line).or(() -> forUnreadValue(line)).or(() -> forIndentation(line, lines));
    }

    private static Optional<String> forMissingSpace(String line) {
        return matching(UNSPACED, line)
                .map(setting -> "Put a colon and a space after the setting's name."
                        + example(setting.group(1) + ": " + setting.group(2).strip()));
    }

    private static Optional<String> forIndentation(String line, List<String> lines) {
        var minIndent = settings(lines.stream())
                .mapToInt(setting -> setting.group(1).length())
                .min();
        return settings(Stream.of(line))
                .filter(setting -> setting.group(1).length() > minIndent.orElse(0))
                .map(setting -> "Remove the spaces before `%s`; all settings must start in the same column."
                        .formatted(setting.group(2)))
                .findFirst();
    }

    private static Stream<Matcher> settings(Stream<String> lines) {
        return lines.flatMap(line -> matching(SETTING, line).stream());
    }

    private static Optional<String> forUnreadValue(String line) {
        return matching(LINE, line)
                .flatMap(it -> CLOSED.matcher(it.group(2)).matches()
                        ? forQuotedValue(it.group(1), it.group(2))
                        : quoting(it.group(1), it.group(2)));
    }

    /** Returns how to fix a line whose value looks like text but is read as something else; empty if it is text. */
    static Optional<String> forValue(String line) {
        return line.length() > MAX_LINE_LENGTH
                ? Optional.empty()
                : matching(LINE, line).flatMap(it -> quoting(it.group(1), it.group(2)));
    }

    private static Optional<String> quoting(String name, String value) {
        var text = value.startsWith("\"") ? value : COMMENT.matcher(value).replaceFirst("");
        return reason(text)
                .map(reason -> "Put the value in quotes, because it " + reason + "."
                        + example(name + " " + quoted(isHalfQuoted(text) ? text.substring(1) : text)));
    }

    private static Optional<String> reason(String value) {
        var special = SPECIAL.matcher(value);
        if (special.lookingAt()) {
            return Optional.of("starts with " + special.group());
        }
        return COLON.matcher(value).find() ? Optional.of("contains a colon") : Optional.empty();
    }

    /** Handles complete quotes and lists, whose problem must be in their content. */
    private static Optional<String> forQuotedValue(String name, String value) {
        if (value.startsWith("\"") && value.contains("\\")) {
            var inner = value.substring(1, value.lastIndexOf('"'));
            return Optional.of(
                    "Use single quotes, because of the backslash." + example(name + " " + singleQuoted(inner)));
        }
        return matching(LIST, value)
                .map(list -> "Put each value in quotes."
                        + example(Stream.of(list.group(1).split(",", -1))
                                .map(item -> quoted(item.strip()))
                                .collect(joining(", ", name + " [", "]"))));
    }

    private static boolean isHalfQuoted(String value) {
        return value.startsWith("\"") && value.indexOf('"', 1) < 0;
    }

    /** Quotes a value so that YAML reads it unchanged. */
    private static String quoted(String value) {
        return value.contains("\"") || value.contains("\\") ? singleQuoted(value) : "\"" + value + "\"";
    }

    private static String singleQuoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Returns an example as a sentence with a leading space; empty if it would be too long. */
    private static String example(String setting) {
        if (setting.length() > MAX_EXAMPLE_LENGTH) {
            return "";
        }
        return setting.contains("`") ? " Write " + setting : " Write `" + setting + "`.";
    }

    private static Optional<Matcher> matching(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }
}
