package dev.brandingbot.repository.meta;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.support.UserText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts plain spaces where YAML wants space and a file has tabs or pasted typographic spaces: before a key, after its colon and
 * after the dash of a list. Tabs that separate are YAML, but SnakeYAML does not read them; those that indent stay, because YAML
 * forbids them.
 */
final class YamlSpacing {
    private static final Pattern KEY = Pattern.compile("(?:- +)?(?:\"[^\"]*\"|'[^']*'|[^\\s\"'#:][^:]*)?:");
    private static final Pattern DASH = Pattern.compile("-");

    private YamlSpacing() {}

    /** The lines, joined, with plain spaces; each keeps its number. */
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

    private static String spacedAfter(Pattern beginning, String content) {
        var found = beginning.matcher(content);
        if (!found.lookingAt()) {
            return content;
        }
        var end = endOfSpace(content, found.end());
        return content.substring(0, found.end()) + " ".repeat(end - found.end()) + content.substring(end);
    }

    private static int endOfSpace(String text, int from) {
        var end = from;
        while (end < text.length() && UserText.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
