package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.support.UserText;
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
import org.yaml.snakeyaml.reader.ReaderException;
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
    private static final int LONGEST_DELIMITER = 200;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ALIASES = 8;

    /**
     * A setting.
     *
     * @param text the value as it is written, without quotes, and that of a list with commas between; empty when there is none
     * @param kind what YAML takes it for
     * @param line the line of the file it is on, from 1
     * @param lines the settings below it by name, in their order; empty for any other kind than {@link Kind#MAP}
     * @param source the line as it is written
     */
    record Setting(String text, Kind kind, int line, Map<String, Setting> lines, String source) {}

    /** What YAML takes a value for. */
    enum Kind {
        TEXT,
        BOOLEAN,
        /** Of plain values. */
        LIST,
        /** Of settings, each on a line of its own. */
        MAP,
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
            return code.finding(path, problem).atLine(line);
        }
    }

    /** Splits a text. */
    static Frontmatter read(String text) throws UnreadableException {
        var lines = text.lines().toList();
        var opening = opening(lines);
        var closing = closing(lines, opening);
        var block = new SettingLines(lines.subList(opening + 1, closing), opening + 2);
        var body = beginning(lines, closing + 1);
        return new Frontmatter(
                settings(block),
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
        while (line < lines.size() && UserText.isBlank(lines.get(line))) {
            line++;
        }
        if (line == lines.size() || !isDelimiter(UserText.normalize(lines.get(line)))) {
            throw new UnreadableException(
                    FindingCode.NO_FRONTMATTER,
                    1,
                    "The file does not start with `---`. Put the settings first, between two lines of `---`.");
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
                "The settings have no end. Put a line of `---` between them and the description.");
    }

    /** Whether the line has dashes only, whichever, at its very beginning: what is indented may belong to a text. */
    private static boolean isDelimiter(String line) {
        return !line.isEmpty()
                && line.length() <= LONGEST_DELIMITER
                && !UserText.isSpace(line.charAt(0))
                && DELIMITER.matcher(UserText.normalize(line)).matches();
    }

    private static Map<String, Setting> settings(SettingLines block) throws UnreadableException {
        var root = compose(block);
        if (root.isEmpty()) {
            return Map.of();
        }
        if (!(root.get() instanceof MappingNode mapping)) {
            throw block.unreadable("Settings expected. Write one per line, e.g. `start_date: July 10`.");
        }
        return lines(mapping, block, value -> setting(value, block));
    }

    /** Makes something of each value of a mapping. */
    private interface NodeReader {
        Setting of(NodeTuple tuple) throws UnreadableException;
    }

    private static Map<String, Setting> lines(MappingNode mapping, SettingLines block, NodeReader reading)
            throws UnreadableException {
        var settings = new LinkedHashMap<String, Setting>();
        for (var tuple : mapping.getValue()) {
            var name = name(tuple, block);
            if (settings.put(name, reading.of(tuple)) != null) {
                throw unreadable(block.number(tuple), name + " is set twice. Remove one of them.");
            }
        }
        return settings;
    }

    private static Optional<Node> compose(SettingLines block) throws UnreadableException {
        var yaml = YamlSpacing.normalize(block.lines());
        try {
            return Optional.ofNullable(new Yaml(limits(yaml)).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw block.unreadable(mark == null ? 0 : mark.getLine(), "Invalid YAML: " + problem(e) + ".");
        } catch (ReaderException e) {
            throw block.unprintable(e.getCodePoint());
        } catch (YAMLException e) {
            throw unreadable(block.firstLine(), "Invalid YAML: " + problem(e) + ".");
        }
    }

    private static LoaderOptions limits(String yaml) {
        var limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setCodePointLimit(yaml.length() + 1);
        limits.setAllowRecursiveKeys(false);
        limits.setMergeOnCompose(false);
        return limits;
    }

    private static String problem(YAMLException e) {
        var problem = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
        return problem == null
                ? "it cannot be parsed"
                : problem.lines().findFirst().orElse("it cannot be parsed");
    }

    private static String name(NodeTuple tuple, SettingLines block) throws UnreadableException {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            return UserText.normalize(key.getValue());
        }
        throw unreadable(block.number(tuple), "The name of a setting must be plain text, e.g. `start_date`.");
    }

    private static Setting setting(NodeTuple tuple, SettingLines block) throws UnreadableException {
        var hasLines = tuple.getValueNode() instanceof MappingNode && !isAlias(tuple);
        return hasLines
                ? new Setting(
                        "",
                        Kind.MAP,
                        block.number(tuple),
                        lines((MappingNode) tuple.getValueNode(), block, line -> plain(line, block)),
                        block.source(tuple))
                : plain(tuple, block);
    }

    /** Whether the value is written elsewhere, before its name. */
    private static boolean isAlias(NodeTuple tuple) {
        return tuple.getValueNode().getStartMark().getIndex()
                < tuple.getKeyNode().getStartMark().getIndex();
    }

    private static Setting plain(NodeTuple tuple, SettingLines block) {
        if (tuple.getValueNode() instanceof ScalarNode scalar) {
            var kind = block.isMisread(tuple) ? Kind.OTHER : kind(scalar);
            var text = block.isMisread(tuple) || kind == Kind.NULL
                    ? ""
                    : scalar.getValue().strip();
            return new Setting(text, kind, block.number(tuple), Map.of(), block.source(tuple));
        }
        return tuple.getValueNode() instanceof SequenceNode list
                        && list.getValue().stream().allMatch(ScalarNode.class::isInstance)
                ? new Setting(items(list), Kind.LIST, block.number(tuple), Map.of(), block.source(tuple))
                : new Setting("", Kind.OTHER, block.number(tuple), Map.of(), block.source(tuple));
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
                ? RESOLVER.resolve(NodeId.scalar, UserText.normalize(scalar.getValue()), true)
                : scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return Kind.TEXT;
        } else if (tag.equals(Tag.NULL)) {
            return Kind.NULL;
        }
        return tag.equals(Tag.BOOL) ? Kind.BOOLEAN : Kind.OTHER;
    }

    static UnreadableException unreadable(int line, String problem) {
        return new UnreadableException(FindingCode.INVALID_FRONTMATTER, line, problem);
    }
}
