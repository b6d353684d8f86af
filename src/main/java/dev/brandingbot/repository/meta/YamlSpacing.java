package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.support.UserText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces tabs and pasted typographic spaces with plain spaces where YAML requires them: before a key, after its colon
 * and after the dash of a list. YAML allows tabs as separators, but SnakeYAML does not read them. Tabs in the
 * indentation are kept, because YAML forbids them.
 */
final class YamlSpacing {
    private static final Pattern KEY = Pattern.compile("(?:- +)?(?:\"[^\"]*\"|'[^']*'|[^\\s\"'#:][^:]*)?:");
    private static final Pattern DASH = Pattern.compile("-");

    private YamlSpacing() {}

    /** Returns the lines with plain spaces, joined with line feeds. */
    static String normalize(List<String> lines) {
        return lines.stream().map(YamlSpacing::normalize).collect(joining("\n"));
    }

    private static String normalize(String line) {
        var start = endOfSpace(line, 0);
        var content = line.substring(start).replace('\t', ' ');
        if (content.isEmpty() || content.startsWith("#")) {
            return " ".repeat(start) + content;
        }
        return indentation(line.substring(0, start)) + spacedAfter(KEY, spacedAfter(DASH, content));
    }

    private static String indentation(String space) {
        return space.chars().mapToObj(c -> c == '\t' ? "\t" : " ").collect(joining());
    }

    private static String spacedAfter(Pattern prefix, String content) {
        var matcher = prefix.matcher(content);
        if (!matcher.lookingAt()) {
            return content;
        }
        var end = endOfSpace(content, matcher.end());
        return content.substring(0, matcher.end()) + " ".repeat(end - matcher.end()) + content.substring(end);
    }

    private static int endOfSpace(String text, int from) {
        var end = from;
        while (end < text.length() && UserText.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
