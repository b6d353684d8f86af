package dev.brandingbot.repository.meta;

import dev.brandingbot.repository.meta.Frontmatter.UnreadableException;
import dev.brandingbot.support.UserText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * The lines between the delimiters of a {@link Frontmatter}.
 *
 * @param lines the lines as written
 * @param firstLine the line of the file in which they start, from 1
 */
record SettingLines(List<String> lines, int firstLine) {
    private static final Pattern TAG_OR_ANCHOR = Pattern.compile("[^:]*:\\s+(?:!(?!!).*|&(\\S+).*)");

    int number(NodeTuple tuple) {
        return firstLine + tuple.getKeyNode().getStartMark().getLine();
    }

    String source(NodeTuple tuple) {
        var index = tuple.getKeyNode().getStartMark().getLine();
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Whether YAML reads the start of a value as a tag, or as an anchor that nothing refers to. */
    boolean isMisread(NodeTuple tuple) {
        var special = TAG_OR_ANCHOR.matcher(source(tuple));
        return special.matches()
                && (special.group(1) == null
                        || lines.stream().noneMatch(line -> line.contains("*" + special.group(1))));
    }

    /**
     * Returns the exception for a line at which YAML stopped, with advice about it or an earlier line, or else
     * {@code problem}.
     */
    UnreadableException unreadable(int index, String problem) {
        return withAdvice(index).orElseGet(() -> Frontmatter.unreadable(firstLine + index, problem));
    }

    /** Returns the exception for a text in which YAML found no settings. */
    UnreadableException unreadable(String problem) {
        return withAdvice(lines.size() - 1).orElseGet(() -> Frontmatter.unreadable(firstLine, problem));
    }

    private Optional<UnreadableException> withAdvice(int stoppedAt) {
        return YamlAdvice.forLines(lines, stoppedAt)
                .map(advice -> Frontmatter.unreadable(firstLine + advice.index(), advice.sentence()));
    }

    UnreadableException unprintable(int character) {
        var index = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).indexOf(character) >= 0)
                .findFirst()
                .orElse(0);
        return Frontmatter.unreadable(
                firstLine + index, "Remove the character " + UserText.name(character) + ", which YAML forbids.");
    }
}
