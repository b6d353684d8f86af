package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says how to write a line that YAML cannot read, or reads as something else than its author meant. Goes by the mistakes of people
 * who do not know YAML: a value that needs quotes, a missing space, a tab.
 */
final class YamlAdvice {
    private static final String NAME = "((?i:" + String.join("|", MetaValidator.KNOWN) + ")|\\d{4})";
    private static final Pattern TAB = Pattern.compile(" *\\t\\s*\\S.*");
    private static final Pattern SETTING =
            Pattern.compile("( *)(" + String.join("|", MetaValidator.KNOWN) + ") *:(?: .*)?");

    /** A setting without a colon, or without the space after it; full-width and similar colons are none. */
    private static final Pattern UNSPACED =
            Pattern.compile(" *" + NAME + "(?: *:(?=\\S)| *[=\\x{ff1a}\\x{fe55}\\x{a789}] *| +(?![ :=]))(\\S.*)");

    private static final Pattern LINE = Pattern.compile(" *((?:- +)?[^\\s\"'#:-][^:]*:|-) +(\\S.*)");
    private static final Pattern CLOSED = Pattern.compile(
            "(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|\\[[^\\[\\]]*]|\\{[^{}]*}" + "|[|>][-+\\d]*) *(?:#.*)?");
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)].*");
    private static final Pattern COMMENT = Pattern.compile(" +#.*");

    /** A value that begins like this is no plain text. */
    private static final Pattern SPECIAL = Pattern.compile("[@`%,*&!|>\"'\\[\\]{}]|#(?=\\S)|[-?:](?=\\s)");

    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");

    private static final int MAX_EXAMPLE = 120;

    /** Nobody writes longer lines by hand, and patterns with alternatives need a stack for them. */
    private static final int MAX_LINE = 1_000;

    private YamlAdvice() {}

    /**
     * What to do about a line.
     *
     * @param index the line's place among the lines, from 0
     * @param sentence what to do
     */
    record Advice(int index, String sentence) {}

    /** The advice about the line that most likely kept YAML from reading {@code lines}: the one where it stopped, or one before. */
    static Optional<Advice> about(List<String> lines, int stoppedAt) {
        return IntStream.iterate(Math.min(stoppedAt, lines.size() - 1), i -> i >= 0, i -> i - 1)
                .boxed()
                .filter(i -> lines.get(i).length() <= MAX_LINE)
                .flatMap(i -> about(lines.get(i), lines).map(it -> new Advice(i, it)).stream())
                .findFirst();
    }

    private static Optional<String> about(String line, List<String> lines) {
        if (TAB.matcher(line).matches()) {
            return Optional.of("YAML forbids tabs as indentation. Indent with spaces.");
        }
        return aboutSpaces(line).or(() -> aboutUnreadValue(line)).or(() -> aboutIndentation(line, lines));
    }

    private static Optional<String> aboutSpaces(String line) {
        return matching(UNSPACED, line)
                .map(setting -> "Put a colon and a space after the setting's name."
                        + example(setting.group(1) + ": " + setting.group(2).strip()));
    }

    private static Optional<String> aboutIndentation(String line, List<String> lines) {
        var least = settings(lines.stream())
                .mapToInt(setting -> setting.group(1).length())
                .min();
        return settings(Stream.of(line))
                .filter(setting -> setting.group(1).length() > least.orElse(0))
                .map(setting -> "Remove the spaces before `%s`; all settings start in the same column."
                        .formatted(setting.group(2)))
                .findFirst();
    }

    private static Stream<Matcher> settings(Stream<String> lines) {
        return lines.flatMap(line -> matching(SETTING, line).stream());
    }

    private static Optional<String> aboutUnreadValue(String line) {
        return matching(LINE, line)
                .flatMap(it -> CLOSED.matcher(it.group(2)).matches()
                        ? aboutClosed(it.group(1), it.group(2))
                        : quoting(it.group(1), it.group(2)));
    }

    /** What to do about a line whose value YAML reads as something else than the text that it looks like; empty if it is text. */
    static Optional<String> aboutValue(String line) {
        return line.length() > MAX_LINE
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

    /** Quotes and lists that are complete are wrong only because of what is in them. */
    private static Optional<String> aboutClosed(String name, String value) {
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

    /** The value in the quotes in which YAML reads it as it is. */
    private static String quoted(String value) {
        return value.contains("\"") || value.contains("\\") ? singleQuoted(value) : "\"" + value + "\"";
    }

    private static String singleQuoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** How to write it, as a sentence after another one; nothing where that is too long to be read. */
    private static String example(String setting) {
        if (setting.length() > MAX_EXAMPLE) {
            return "";
        }
        return setting.contains("`") ? " Write " + setting : " Write `" + setting + "`.";
    }

    private static Optional<Matcher> matching(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }
}
