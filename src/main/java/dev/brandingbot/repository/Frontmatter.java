package dev.brandingbot.repository;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.support.PlainText;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A text that begins with settings in YAML between two lines of {@code ---}, split as python-frontmatter splits it. The
 * YAML is read as far as its syntax tree and no object is made of it: aliases and merges are never expanded, and what a
 * value is comes with its line. A setting may hold settings of its own, which hold no further ones.
 *
 * @param settings the settings by name, in their order
 * @param body what follows, without the blank space around it
 * @param bodyLine the line of the file in which the body begins, from 1
 */
record Frontmatter(Map<String, Setting> settings, String body, int bodyLine) {
    private static final Pattern DELIMITER = Pattern.compile("-{3,}");
    private static final Resolver RESOLVER = new Resolver();
    private static final int DEEPEST = 8;
    private static final int MOST_ALIASES = 8;

    /**
     * A setting.
     *
     * @param text the value as it is written, without quotes, and that of a list with commas between; empty when there is none
     * @param kind what YAML takes it for
     * @param line the line of the file it is on, from 1
     * @param lines the settings below it by name, in their order; empty for any other kind than {@link Kind#LINES}
     */
    record Setting(String text, Kind kind, int line, Map<String, Setting> lines) {
        private static Setting plain(String text, Kind kind, int line) {
            return new Setting(text, kind, line, Map.of());
        }
    }

    /** What YAML takes a value for. */
    enum Kind {
        TEXT,
        TRUTH,
        /** Of plain values. */
        LIST,
        /** Of settings, each on a line of its own. */
        LINES,
        /** No value: nothing at all, {@code null} or {@code ~}. */
        NULL,
        OTHER
    }

    /** Says that a text has no settings that can be read, and why. */
    static final class UnreadableException extends Exception {
        private final FindingCode code;
        private final int line;
        private final String problem;

        private UnreadableException(FindingCode code, int line, String problem) {
            super(problem);
            this.code = code;
            this.line = line;
            this.problem = problem;
        }

        /** The finding for the file at {@code path}. */
        Finding at(String path) {
            return code.at(path, problem).inLine(line);
        }
    }

    /** Splits a text. */
    static Frontmatter read(String text) throws UnreadableException {
        var lines = text.lines().toList();
        var opening = opening(lines);
        var closing = closing(lines, opening);
        var yaml = YamlSpacing.normalize(lines.subList(opening + 1, closing));
        var body = beginning(lines, closing + 1);
        return new Frontmatter(
                settings(yaml, opening + 2),
                String.join("\n", lines.subList(body, lines.size())).strip(),
                body + 1);
    }

    /** The first line from {@code from} on that holds something. */
    private static int beginning(List<String> lines, int from) {
        var line = from;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        return line;
    }

    private static int opening(List<String> lines) throws UnreadableException {
        var line = 0;
        while (line < lines.size() && PlainText.isBlank(lines.get(line))) {
            line++;
        }
        if (line == lines.size() || !isDelimiter(PlainText.normalize(lines.get(line)))) {
            throw new UnreadableException(
                    FindingCode.NO_FRONTMATTER,
                    1,
                    "The file does not begin with a line of --- : put the settings first, between two lines of --- .");
        }
        return line;
    }

    private static int closing(List<String> lines, int opening) throws UnreadableException {
        for (var line = opening + 1; line < lines.size(); line++) {
            if (isDelimiter(lines.get(line))) {
                return line;
            }
        }
        throw new UnreadableException(
                FindingCode.NO_FRONTMATTER,
                opening + 1,
                "The settings that begin here have no end: put a line of --- between them and the description.");
    }

    /** Whether the line has dashes only, whichever, at its very beginning: what is indented may belong to a text. */
    private static boolean isDelimiter(String line) {
        return !line.isEmpty()
                && !PlainText.isSpace(line.charAt(0))
                && DELIMITER.matcher(PlainText.normalize(line)).matches();
    }

    private static Map<String, Setting> settings(String yaml, int firstLine) throws UnreadableException {
        var root = compose(yaml, firstLine);
        if (root.isEmpty()) {
            return Map.of();
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            throw unreadable(firstLine, "Here should be settings, one to a line, like start_date: July 10 .");
        }
        return lines(mapping, firstLine, value -> setting(value, firstLine));
    }

    /** Makes something of each value of a mapping. */
    private interface Reading {
        Setting of(NodeTuple tuple) throws UnreadableException;
    }

    private static Map<String, Setting> lines(MappingNode mapping, int firstLine, Reading reading)
            throws UnreadableException {
        var settings = new LinkedHashMap<String, Setting>();
        for (var tuple : mapping.getValue()) {
            var line = line(tuple, firstLine);
            var name = name(tuple, line);
            if (settings.put(name, reading.of(tuple)) != null) {
                throw unreadable(line, name + " is given twice: remove one of them.");
            }
        }
        return settings;
    }

    private static int line(NodeTuple tuple, int firstLine) {
        return firstLine + tuple.getKeyNode().getStartMark().getLine();
    }

    private static Optional<Node> compose(String yaml, int firstLine) throws UnreadableException {
        try {
            return Optional.ofNullable(new Yaml(limits(yaml)).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw unreadable(firstLine + (mark == null ? 0 : mark.getLine()), "This is not YAML: " + problem(e) + ".");
        } catch (YAMLException e) {
            throw unreadable(firstLine, "This is not YAML that can be read: " + problem(e) + ".");
        }
    }

    private static LoaderOptions limits(String yaml) {
        var limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setCodePointLimit(yaml.length() + 1);
        limits.setAllowRecursiveKeys(false);
        limits.setMergeOnCompose(false);
        return limits;
    }

    private static String problem(YAMLException e) {
        var problem = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
        return problem == null ? "it is broken" : problem.lines().findFirst().orElse("it is broken");
    }

    private static String name(NodeTuple tuple, int line) throws UnreadableException {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            return PlainText.normalize(key.getValue());
        }
        throw unreadable(line, "A setting's name is plain text, like start_date .");
    }

    private static Setting setting(NodeTuple tuple, int firstLine) throws UnreadableException {
        var hasLines = tuple.getValueNode() instanceof MappingNode && !isAlias(tuple);
        return hasLines
                ? new Setting(
                        "",
                        Kind.LINES,
                        line(tuple, firstLine),
                        lines((MappingNode) tuple.getValueNode(), firstLine, line -> plain(line, firstLine)))
                : plain(tuple, firstLine);
    }

    /** Whether the value is written elsewhere, before its name. */
    private static boolean isAlias(NodeTuple tuple) {
        return tuple.getValueNode().getStartMark().getIndex()
                < tuple.getKeyNode().getStartMark().getIndex();
    }

    private static Setting plain(NodeTuple tuple, int firstLine) {
        var line = line(tuple, firstLine);
        if (tuple.getValueNode() instanceof ScalarNode scalar) {
            var kind = kind(scalar);
            return Setting.plain(kind == Kind.NULL ? "" : scalar.getValue().strip(), kind, line);
        }
        return tuple.getValueNode() instanceof SequenceNode list
                        && list.getValue().stream().allMatch(ScalarNode.class::isInstance)
                ? Setting.plain(items(list), Kind.LIST, line)
                : Setting.plain("", Kind.OTHER, line);
    }

    private static String items(SequenceNode list) {
        return list.getValue().stream()
                .map(item -> (ScalarNode) item)
                .filter(item -> kind(item) != Kind.NULL)
                .map(item -> item.getValue().strip())
                .collect(joining(", "));
    }

    /** As YAML reads the value that somebody would type: a pasted space behind it makes no text of it. */
    private static Kind kind(ScalarNode scalar) {
        var isTyped = scalar.isPlain() && scalar.getTag().equals(Tag.STR);
        var tag = isTyped
                ? RESOLVER.resolve(NodeId.scalar, PlainText.normalize(scalar.getValue()), true)
                : scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return Kind.TEXT;
        } else if (tag.equals(Tag.NULL)) {
            return Kind.NULL;
        }
        return tag.equals(Tag.BOOL) ? Kind.TRUTH : Kind.OTHER;
    }

    private static UnreadableException unreadable(int line, String problem) {
        return new UnreadableException(FindingCode.BAD_FRONTMATTER, line, problem);
    }
}
