package dev.brandingbot.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a {@code .env} file with the rules of Docker Compose: {@code export}, comments, 'literal' and "escaped" values over several
 * lines, and variables in values that are not literal. Invalid statements are reported and skipped.
 *
 * @see <a href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">Syntax</a>
 */
final class DotEnvFile {
    private static final String SPACE = "[ \\t\\f\\x0b\\xa0]*";
    private static final Pattern EMPTY = Pattern.compile("(?:\\s|\\xa0|#[^\\n]*)*");
    private static final Pattern NAME =
            Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][\\w.-]*)" + SPACE + "(?:=|:(?=\\s))");
    private static final Pattern LITERAL = Pattern.compile(SPACE + "'((?:[^'\\\\]++|\\\\.)*+)'", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile(SPACE + "\"((?:[^\"\\\\]++|\\\\.)*+)\"", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile(SPACE + "(?!['\"])([^\\n]*)");
    private static final Pattern COMMENT = Pattern.compile("(?:^|(?<=[ \\t\\f\\x0b\\xa0]))#.*");
    private static final Pattern LINE_END = Pattern.compile(SPACE + "(?:#[^\\n]*)?(?=\\n|\\z)");

    private final String text;
    private final Interpolation interpolation;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Integer> invalidLines = new ArrayList<>();
    private int position;

    private DotEnvFile(String text, Map<String, String> environment) {
        this.text = text;
        this.interpolation = new Interpolation(
                name -> Optional.ofNullable(environment.get(name)).or(() -> Optional.ofNullable(variables.get(name))));
    }

    /**
     * Parses a file.
     *
     * @param text the content of the file
     * @param environment the variables that values may contain, besides those of the file
     */
    static DotEnvFile parse(String text, Map<String, String> environment) {
        var file = new DotEnvFile(text.replaceFirst("^\\ufeff", "").replaceAll("\\r\\n?", "\n"), environment);
        for (file.accept(EMPTY); file.position < file.text.length(); file.accept(EMPTY)) {
            file.readStatement();
        }
        return file;
    }

    /** Returns the variables that the file sets. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Returns the line numbers of invalid statements. */
    List<Integer> invalidLines() {
        return List.copyOf(invalidLines);
    }

    private void readStatement() {
        var start = position;
        var name = accept(NAME).map(match -> match.group(1));
        var value = name.isPresent() ? value() : Optional.<String>empty();
        if (value.isPresent() && accept(LINE_END).isPresent()) {
            variables.put(name.orElseThrow(), value.get());
        } else {
            invalidLines.add(lineAt(start));
            var end = text.indexOf('\n', start);
            position = end < 0 ? text.length() : end;
        }
    }

    private int lineAt(int index) {
        return 1
                + (int) text.chars()
                        .limit(index)
                        .filter(character -> character == '\n')
                        .count();
    }

    private Optional<String> value() {
        var literal = accept(LITERAL);
        if (literal.isPresent()) {
            return literal.map(match -> match.group(1).replace("\\'", "'"));
        }
        var escaped = accept(ESCAPED);
        if (escaped.isPresent()) {
            return interpolation.expand(escaped.get().group(1), true);
        }
        return accept(PLAIN).flatMap(match -> interpolation.expand(withoutComment(match), false));
    }

    /** A comment starts at the beginning of the value or after a space. */
    private static String withoutComment(Matcher plain) {
        var isAfterSpace = plain.start(1) > plain.start();
        var value = plain.group(1);
        var comment = COMMENT.matcher(value);
        var isComment = comment.find() && (comment.start() > 0 || isAfterSpace);
        return (isComment ? value.substring(0, comment.start()) : value).strip();
    }

    private Optional<Matcher> accept(Pattern pattern) {
        var matcher = pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher);
    }
}
