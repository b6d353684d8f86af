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
 * A A text with YAML settings between two lines of {@code ---}, split as python-frontmatter does. Only the YAML syntax
 * tree is read: aliases and merges are not expanded, no objects are created, and each value has its line. Settings can
 * be nested one level deep.
 *
 * @param settings the settings by name, in file order
 * @param body the stripped text after the settings
 * @param bodyLine the line of the file in which the body begins, from 1
 */
record Frontmatter(Map<String, Setting> settings, String body, int bodyLine) {
    private static final Pattern DELIMITER = Pattern.compile("-{3,}");
    private static final Resolver RESOLVER = new Resolver();
    private static final int MAX_DELIMITER_LENGTH = 200;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ALIASES = 8;

    /**
     * A setting.
     *
     * @param text the value without quotes; list items are joined with commas; empty if there is no value
     * @param kind the kind of value according to YAML
     * @param line the line of the file, from 1
     * @param lines the nested settings by name, in file order; empty unless the kind is {@link Kind#MAP}
     * @param source the line as written
     */
    record Setting(String text, Kind kind, int line, Map<String, Setting> lines, String source) {}

    /** The kind of a value according to YAML. */
    enum Kind {
        TEXT,
        BOOLEAN,
        /** A list of plain values. */
        LIST,
        /** Nested settings. */
        MAP,
        /** No value: empty, {@code null} or {@code ~}. */
        NULL,
        OTHER
    }

    /** Thrown if the settings cannot be read. */
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

        /** Returns the finding for the file at {@code path}. */
        Finding finding(String path) {
            return code.finding(path, problem).atLine(line);
        }
    }

    /**
     * Splits a text.
     *
     * @throws UnreadableException if the settings cannot be read
     */
    static Frontmatter read(String text) throws UnreadableException {
        var lines = text.lines().toList();
        var opening = findOpening(lines);
        var closing = findClosing(lines, opening);
        var block = new SettingLines(lines.subList(opening + 1, closing), opening + 2);
        var body = firstNonBlank(lines, closing + 1);
        return new Frontmatter(
                settings(block),
                String.join("\n", lines.subList(body, lines.size())).strip(),
                body + 1);
    }

    /** Returns the index of the first line that is not blank, starting at {@code from}. */
    private static int firstNonBlank(List<String> lines, int from) {
        var line = from;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        return line;
    }

    private static int findOpening(List<String> lines) throws UnreadableException {
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

    private static int findClosing(List<String> lines, int opening) throws UnreadableException {
        for (var line = opening + 1; line < lines.size(); line++) {
            if (isDelimiter(lines.get(line))) {
                return line;
            }
        }
        throw new UnreadableException(
                FindingCode.NO_FRONTMATTER,
                opening + 1,
                "The settings are not closed. Put a line of `---` between them and the description.");
    }

    /**
     * Whether the line consists of dashes of any kind. Indented lines do not count, because they may be part of a
     * value.
     */
    private static boolean isDelimiter(String line) {
        return !line.isEmpty()
                && line.length() <= MAX_DELIMITER_LENGTH
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

    /** Reads a setting from a YAML node. */
    private interface NodeReader {
        Setting read(NodeTuple tuple) throws UnreadableException;
    }

    private static Map<String, Setting> lines(MappingNode mapping, SettingLines block, NodeReader reader)
            throws UnreadableException {
        var settings = new LinkedHashMap<String, Setting>();
        for (var tuple : mapping.getValue()) {
            var name = name(tuple, block);
            if (settings.put(name, reader.read(tuple)) != null) {
                throw unreadable(block.number(tuple), name + " is set twice. Remove one of them.");
            }
        }
        return settings;
    }

    private static Optional<Node> compose(SettingLines block) throws UnreadableException {
        var yaml = YamlSpacing.normalize(block.lines());
        try {
            return Optional.ofNullable(new Yaml(options(yaml)).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw block.unreadable(mark == null ? 0 : mark.getLine(), "Invalid YAML: " + problem(e) + ".");
        } catch (ReaderException e) {
            throw block.unprintable(e.getCodePoint());
        } catch (YAMLException e) {
            throw unreadable(block.firstLine(), "Invalid YAML: " + problem(e) + ".");
        }
    }

    private static LoaderOptions options(String yaml) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setCodePointLimit(yaml.length() + 1);
        options.setAllowRecursiveKeys(false);
        options.setMergeOnCompose(false);
        return options;
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

    /** Whether the value is an alias: it is written before its name. */
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

    /** Returns the kind of a value after pasted typographic spaces are removed, which would make it text. */
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
