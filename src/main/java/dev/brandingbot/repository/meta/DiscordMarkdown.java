package dev.brandingbot.repository.meta;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * Finds Markdown that Discord does not render, and says what to write instead.
 *
 * @param source the text from which the nodes were parsed
 * @see <a href="https://support.discord.com/hc/en-us/articles/210298617">Discord's Markdown</a>
 */
record DiscordMarkdown(String source) {
    private static final int MAX_HEADING_LEVEL = 3;

    /** Discord does not render links with such a text, because it could hide another address. */
    private static final Pattern URL = Pattern.compile("https?://\\S{2}", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\p{Alpha}\\p{Alnum}{1,31});");
    private static final Pattern TASK = Pattern.compile("\\[[ xX]](?: .*|$)");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<!\\\\)\\[\\^[\\p{L}\\p{Nd}_-]+]");
    private static final Pattern ALERT = Pattern.compile("\\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)]");

    /** Returns what to write instead of a node; empty if Discord renders it. */
    Optional<String> remedy(Node node) {
        if (node instanceof Heading heading) {
            return remedy(heading);
        } else if (node instanceof FencedCodeBlock code) {
            return remedy(code);
        } else if (node instanceof Link link) {
            return remedy(link);
        } else if (node instanceof Text text) {
            return remedy(text);
        } else if (node instanceof LinkReferenceDefinition definition) {
            return Optional.of(
                    definition.getLabel().startsWith("^")
                            ? "Discord does not render footnotes. Write the note in the text."
                            : "Discord does not render reference links. Write `[text](https://example.org)`.");
        }
        return remedyForUnsupportedType(node);
    }

    private Optional<String> remedyForUnsupportedType(Node node) {
        if (node instanceof TableBlock) {
            return Optional.of("Discord does not render tables. Use a list.");
        } else if (node instanceof Image) {
            return Optional.of("Discord does not render images in text. Remove the `!` to make it a link.");
        } else if (node instanceof HtmlInline || node instanceof HtmlBlock) {
            return Optional.of("Discord does not render HTML. Use Markdown.");
        } else if (node instanceof ThematicBreak) {
            return Optional.of("Discord does not render horizontal lines. Use an empty line.");
        }
        return node instanceof HardLineBreak && isBackslash(node)
                ? Optional.of("Discord shows the backslash at the end of a line. Remove it.")
                : Optional.empty();
    }

    /** Whether a line break is written as a backslash. The break itself has no position in the source. */
    private boolean isBackslash(Node hardLineBreak) {
        var before = hardLineBreak.getPrevious();
        return before != null
                && before.getSourceSpans().stream().anyMatch(span -> source.startsWith("\\\n", end(span)));
    }

    private static Optional<String> remedy(Heading heading) {
        var isUnderlined = heading.getSourceSpans().size() > 1;
        if (isUnderlined) {
            return Optional.of("Discord does not render an underlined heading. Start the line with `#` and a space.");
        }
        return heading.getLevel() > MAX_HEADING_LEVEL
                ? Optional.of("Discord renders three levels of heading. Use `###`.")
                : Optional.empty();
    }

    private static Optional<String> remedy(FencedCodeBlock code) {
        if (code.getFenceCharacter().equals("~")) {
            return Optional.of("Discord does not render code between `~~~`. Use three backticks.");
        }
        return code.getClosingFenceLength() == null
                ? Optional.of(
                        "The code block is not closed, so Discord does not render it. Close it with three backticks.")
                : Optional.empty();
    }

    private Optional<String> remedy(Link link) {
        if (written(link).startsWith("<")) {
            return Optional.empty();
        } else if (link.getFirstChild() == null) {
            return Optional.of("Discord does not render a link without text. Write text between `[` and `]`.");
        }
        return URL.matcher(textIn(link)).find()
                ? Optional.of(
                        "Discord does not render a link whose text is a URL. Write other text between `[` and `]`, or"
                                + " only the URL.")
                : entity(link, link.getDestination());
    }

    private Optional<String> remedy(Text text) {
        var literal = text.getLiteral();
        if (isFirstOf(text, ListItem.class) && TASK.matcher(literal).matches()) {
            return Optional.of("Discord does not render task lists. Remove the `[ ]`.");
        } else if (FOOTNOTE.matcher(written(text)).find()) {
            return Optional.of("Discord does not render footnotes. Write the note in the text.");
        } else if (ALERT.matcher(literal).matches()) {
            return Optional.of("Discord does not render alerts. Remove the line with `[!…]`.");
        }
        return entity(text, literal);
    }

    /** Reports only entities that the parser replaced with their character. */
    private Optional<String> entity(Node node, String parsed) {
        return ENTITY.matcher(written(node)).results().anyMatch(entity -> !parsed.contains(entity.group()))
                ? Optional.of("Discord does not render HTML entities like `&amp;`. Write the character itself.")
                : Optional.empty();
    }

    private static boolean isFirstOf(Node node, Class<? extends Node> type) {
        var parent = node.getParent();
        return node.getPrevious() == null
                && parent instanceof Paragraph
                && parent.getPrevious() == null
                && type.isInstance(parent.getParent());
    }

    private String textIn(Link link) {
        var first = link.getFirstChild();
        var last = link.getLastChild();
        var start = first == null
                ? Optional.<SourceSpan>empty()
                : first.getSourceSpans().stream().findFirst();
        var end = last == null
                ? Optional.<SourceSpan>empty()
                : last.getSourceSpans().stream().findFirst();
        return start.flatMap(from -> end.map(to -> source.substring(from.getInputIndex(), end(to))))
                .orElse("");
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }

    /** Returns the node as written in the source. */
    private String written(Node node) {
        return node.getSourceSpans().stream()
                .findFirst()
                .map(span -> source.substring(span.getInputIndex(), end(span)))
                .orElse("");
    }
}
