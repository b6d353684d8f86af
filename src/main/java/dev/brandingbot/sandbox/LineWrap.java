package dev.brandingbot.sandbox;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks long lines between words. Addresses and options like {@code event:pride} stay whole. */
final class LineWrap {
    private LineWrap() {}

    /** Returns {@code line} in lines of at most {@code width} characters, or of one longer word. */
    static List<String> wrap(String line, int width) {
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        var lines = new ArrayList<String>();
        var start = 0;
        var end = 0;
        for (var next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next < line.length() && !isBetweenWords(line, next)) {
                continue;
            }
            if (next - start > width && end > start) {
                lines.add(line.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(line.substring(start));
        return lines;
    }

    private static boolean isBetweenWords(String line, int index) {
        var before = line.codePointBefore(index);
        return Character.isWhitespace(before) || Character.isIdeographic(before);
    }
}
