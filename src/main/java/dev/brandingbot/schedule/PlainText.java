package dev.brandingbot.schedule;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** Converts descriptions in Discord's Markdown to plain text for calendar programs. */
final class PlainText {
    private static final Parser PARSER = Parser.builder().build();

    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(LinksAndCode::new)
            .build();

    /** Discord's extensions: spoilers, strikethrough, small print, and custom emoji. */
    private static final Pattern SPOILER = Pattern.compile("\\|\\|(.+?)\\|\\|", Pattern.DOTALL);

    private static final Pattern STRIKETHROUGH = Pattern.compile("~~(.+?)~~", Pattern.DOTALL);
    private static final Pattern SMALL_PRINT = Pattern.compile("(?m)^-# ");
    private static final Pattern EMOJI = Pattern.compile("<a?(:\\w+:)\\d+>");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private PlainText() {}

    /** Returns {@code markdown} without formatting and control characters. Links keep their address. */
    static String fromMarkdown(String markdown) {
        var text = RENDERER.render(PARSER.parse(SMALL_PRINT.matcher(markdown).replaceAll("")));
        for (var mark : new Pattern[] {SPOILER, STRIKETHROUGH, EMOJI}) {
            text = mark.matcher(text).replaceAll("$1");
        }
        return CONTROLS.matcher(text).replaceAll("").strip();
    }

    /** Renders code and links. The library would quote them, and repeat an address that is its own text. */
    private static final class LinksAndCode implements NodeRenderer {
        private final TextContentNodeRendererContext context;

        LinksAndCode(TextContentNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Code.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Code code) {
                context.getWriter().write(code.getLiteral());
            } else if (node instanceof Link link) {
                renderLink(link);
            }
        }

        private void renderLink(Link link) {
            for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (!isItsOwnText(link)) {
                context.getWriter().write(" (" + link.getDestination() + ")");
            }
        }

        private static boolean isItsOwnText(Link link) {
            return link.getFirstChild() instanceof Text text
                    && text.getLiteral().equals(link.getDestination());
        }
    }
}
