package dev.brandingbot.app.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Replaces variables in a value the way Docker Compose does: {@code $NAME}, <code>${NAME}</code> and, in braces, {@code :-default},
 * {@code :?error} and {@code :+replacement}, each also without the colon, when an empty value counts as set.
 */
final class Interpolation {
    private static final Pattern SPECIAL = Pattern.compile("\\\\.|\\$\\{|\\$\\$|\\$[A-Za-z_]\\w*", Pattern.DOTALL);
    private static final Pattern BRACED = Pattern.compile("([A-Za-z_]\\w*)(?:(:?)([-?+])(.*))?", Pattern.DOTALL);

    private final Function<String, Optional<String>> variables;

    /** @param variables returns the value of a variable; empty if it is not set */
    Interpolation(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /**
     * Replaces the variables in a text with their values. A variable that is not set counts as empty.
     *
     * @param text the text
     * @param hasEscapes whether a backslash escapes characters other than a dollar sign
     * @return the result; empty if a variable in braces is malformed, or required and not set
     */
    Optional<String> expand(String text, boolean hasEscapes) {
        var special = SPECIAL.matcher(text);
        var result = new StringBuilder();
        var position = 0;
        while (special.find(position)) {
            result.append(text, position, special.start());
            position = special.group().equals("${") ? closingBrace(text, special.end()) : special.end();
            var value = position < 0
                    ? Optional.<String>empty()
                    : value(text.substring(special.start(), position), hasEscapes);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            result.append(value.get());
        }
        return Optional.of(result.append(text, position, text.length()).toString());
    }

    private Optional<String> value(String special, boolean hasEscapes) {
        if (special.startsWith("${")) {
            return braced(special.substring(2, special.length() - 1), hasEscapes);
        }
        if (special.startsWith("\\")) {
            var isEscape = hasEscapes || special.endsWith("$");
            return Optional.of(isEscape ? unescaped(special.charAt(1)) : special);
        }
        return special.equals("$$")
                ? Optional.of("$")
                : variables.apply(special.substring(1)).or(() -> Optional.of(""));
    }

    private static String unescaped(char character) {
        return switch (character) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> Character.toString(character);
        };
    }

    private Optional<String> braced(String expression, boolean hasEscapes) {
        var parts = BRACED.matcher(expression);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var value = variables.apply(parts.group(1));
        if (parts.group(3) == null) {
            return value.or(() -> Optional.of(""));
        }
        var given = value.filter(it -> parts.group(2).isEmpty() || !it.isEmpty());
        return switch (parts.group(3)) {
            case "-" -> given.or(() -> expand(parts.group(4), hasEscapes));
            case "+" -> given.isPresent() ? expand(parts.group(4), hasEscapes) : Optional.of("");
            default -> given;
        };
    }

    /** Returns the position after the brace that closes the one before {@code start}, or -1. */
    private static int closingBrace(String text, int start) {
        var depth = 1;
        for (var position = start; position < text.length(); position++) {
            if (text.startsWith("${", position)) {
                depth++;
            } else if (text.charAt(position) == '}' && --depth == 0) {
                return position + 1;
            }
        }
        return -1;
    }
}
