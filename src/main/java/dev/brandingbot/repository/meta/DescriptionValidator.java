package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Checks that Discord renders a description as intended. Loads the Markdown parser, which is slow, so the bot does not
 * use it for regular fetches.
 */
public final class DescriptionValidator {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(64)
            .build();

    /** Looks like a link but is none, because of a space. */
    private static final Pattern BROKEN_LINK_SYNTAX = Pattern.compile("]\\s?\\(\\s*https?:", Pattern.CASE_INSENSITIVE);

    /** Limits the findings for a single description. */
    private static final int MAX_BROKEN_LINKS = 20;

    private final String path;
    private final DiscordMarkdown markdown;
    private final int firstLine;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, SortedSet<Integer>> linesByRemedy = new LinkedHashMap<>();

    private DescriptionValidator(String path, String description, int firstLine) {
        this.path = path;
        this.markdown = new DiscordMarkdown(description);
        this.firstLine = firstLine;
    }

    /**
     * Returns the findings for a description.
     *
     * @param path the path of its file
     * @param description the Markdown
     * @param firstLine the line of the file in which the description begins, from 1
     */
    public static List<Finding> validate(String path, String description, int firstLine) {
        var validator = new DescriptionValidator(path, description, firstLine);
        // Iterates, because the parser's visitors recurse as deep as the text is nested.
        for (var node = PARSER.parse(description); node != null; node = next(node)) {
            validator.check(node);
        }
        validator.linesByRemedy.forEach(validator::addUnsupported);
        return validator.findings;
    }

    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        var last = node;
        while (last != null && last.getNext() == null) {
            last = last.getParent();
        }
        return last == null ? null : last.getNext();
    }

    private void check(Node node) {
        markdown.remedy(node)
                .ifPresent(remedy -> linesByRemedy
                        .computeIfAbsent(remedy, it -> new TreeSet<>())
                        .add(line(node)));
        linkProblem(node)
                .filter(problem -> findings.size() < MAX_BROKEN_LINKS)
                .ifPresent(problem -> findings.add(
                        FindingCode.BROKEN_LINK.finding(path, problem).atLine(line(node))));
    }

    private static Optional<String> linkProblem(Node node) {
        if (node instanceof Link link) {
            return LinkValidator.problem(link.getDestination());
        }
        return node instanceof Text text
                        && BROKEN_LINK_SYNTAX.matcher(text.getLiteral()).find()
                ? Optional.of("This is not a link, because of a space. Remove spaces after `]` and in the address.")
                : Optional.empty();
    }

    private int line(Node node) {
        var spans = node.getSourceSpans();
        return firstLine + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex());
    }

    private void addUnsupported(String remedy, SortedSet<Integer> lines) {
        var others = lines.stream().skip(1).map(String::valueOf).toList();
        var alsoIn = others.isEmpty() ? "" : " Also in line " + others.stream().collect(joining(", ")) + ".";
        findings.add(
                FindingCode.UNSUPPORTED_MARKDOWN.finding(path, remedy + alsoIn).atLine(lines.first()));
    }
}
