package dev.brandingbot.repository;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Checks that Discord shows a description as its author meant it. It brings the Markdown parser along, which takes longer to
 * load than everything else here: not for a bot that starts.
 *
 * @see <a href="https://support.discord.com/hc/en-us/articles/210298617">Discord's Markdown</a>
 */
final class DescriptionCheck {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(64)
            .build();

    /** What looks like a link and is none, because of a space. */
    private static final Pattern NO_LINK = Pattern.compile("]\\s?\\(\\s*https?:", Pattern.CASE_INSENSITIVE);

    /** Of a description that is meant to annoy. */
    private static final int MOST_LINKS = 20;

    private static final int DISCORDS_LEVELS = 3;

    private final String path;
    private final int firstLine;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, SortedSet<Integer>> unknown = new LinkedHashMap<>();

    private DescriptionCheck(String path, int firstLine) {
        this.path = path;
        this.firstLine = firstLine;
    }

    /**
     * What is wrong with a description.
     *
     * @param path the file it is in
     * @param firstLine the line of the file in which it begins
     */
    static List<Finding> of(String path, String description, int firstLine) {
        var check = new DescriptionCheck(path, firstLine);
        // Not with the parser's visitors, which go as deep as the text is nested.
        for (var node = PARSER.parse(description); node != null; node = next(node)) {
            check.check(node);
        }
        check.unknown.forEach(check::addUnknown);
        return check.findings;
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
        remedy(node)
                .ifPresent(remedy ->
                        unknown.computeIfAbsent(remedy, it -> new TreeSet<>()).add(line(node)));
        linkProblem(node)
                .filter(problem -> findings.size() < MOST_LINKS)
                .ifPresent(problem ->
                        findings.add(FindingCode.BROKEN_LINK.at(path, problem).inLine(line(node))));
    }

    /** What to do about Markdown that Discord does not render. */
    private static Optional<String> remedy(Node node) {
        if (node instanceof Heading heading) {
            return remedy(heading);
        } else if (node instanceof TableBlock) {
            return Optional.of("Discord shows no tables: write a list instead.");
        } else if (node instanceof Image) {
            return Optional.of("Discord shows no images in a text: write a link without the ! before it.");
        } else if (node instanceof HtmlInline || node instanceof HtmlBlock) {
            return Optional.of("Discord shows HTML as it is written: use Markdown, or remove it.");
        } else if (node instanceof ThematicBreak) {
            return Optional.of(
                    "Discord draws no line here and shows it as it is written: leave an empty line instead.");
        }
        return node instanceof LinkReferenceDefinition
                ? Optional.of(
                        "Discord shows this as it is written: write [words](https://example.org) where the link is.")
                : Optional.empty();
    }

    private static Optional<String> remedy(Heading heading) {
        var isUnderlined = heading.getSourceSpans().size() > 1;
        if (isUnderlined) {
            return Optional.of(
                    "Discord shows the line below this heading as it is written: begin the heading with # instead.");
        }
        return heading.getLevel() > DISCORDS_LEVELS
                ? Optional.of("Discord knows three levels of headings: begin this one with ### .")
                : Optional.empty();
    }

    private static Optional<String> linkProblem(Node node) {
        if (node instanceof Link link) {
            return LinkRules.problem(link.getDestination());
        }
        return node instanceof Text text && NO_LINK.matcher(text.getLiteral()).find()
                ? Optional.of("This is not shown as a link: leave no space after the ] and none inside the address.")
                : Optional.empty();
    }

    private int line(Node node) {
        var spans = node.getSourceSpans();
        return firstLine + (spans.isEmpty() ? 0 : spans.get(0).getLineIndex());
    }

    private void addUnknown(String remedy, SortedSet<Integer> lines) {
        var others = lines.stream().skip(1).map(String::valueOf).toList();
        var further =
                others.isEmpty() ? "" : " The same in line " + others.stream().collect(joining(", ")) + ".";
        findings.add(FindingCode.UNKNOWN_MARKDOWN.at(path, remedy + further).inLine(lines.first()));
    }
}
