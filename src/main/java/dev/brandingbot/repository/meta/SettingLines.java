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
 * @param lines as they are written
 * @param firstLine the line of the file in which they begin, from 1
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

    /** Whether YAML takes the first word of a value for a tag, or for an anchor that nothing refers to. */
    boolean isMisread(NodeTuple tuple) {
        var special = TAG_OR_ANCHOR.matcher(source(tuple));
        return special.matches()
                && (special.group(1) == null
                        || lines.stream().noneMatch(line -> line.contains("*" + special.group(1))));
    }

    /** Why YAML stopped at a line: what is known to be wrong with it or one before, or {@code problem}. */
    UnreadableException unreadable(int index, String problem) {
        return advised(index).orElseGet(() -> Frontmatter.unreadable(firstLine + index, problem));
    }

    /** Why YAML found no settings at all. */
    UnreadableException unreadable(String problem) {
        return advised(lines.size() - 1).orElseGet(() -> Frontmatter.unreadable(firstLine, problem));
    }

    private Optional<UnreadableException> advised(int stoppedAt) {
        return YamlAdvice.about(lines, stoppedAt)
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
