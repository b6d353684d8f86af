package dev.brandingbot.app;

import dev.brandingbot.support.DisplayWidth;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks long lines between words. Addresses and options like {@code event:pride} are never broken. */
public final class LineWrap {
    private LineWrap() {}

    /**
     * Wraps a line.
     *
     * @param line the text, without line breaks
     * @param width the number of columns; a longer word exceeds it
     * @return at least one line
     */
    public static List<String> wrap(String line, int width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (next < line.length() && !isBetweenWords(line, next)) {
                continue;
            }
            if (end > start && columns(line, start, next) > width) {
                lines.add(line.substring(start, end).stripTrailing());
                start = end;
            }
            end = next;
        }
        lines.add(line.substring(start));
        return lines;
    }

    private static int columns(String line, int start, int end) {
        return DisplayWidth.columns(line.substring(start, end).stripTrailing());
    }

    private static boolean isBetweenWords(String line, int index) {
        int before = line.codePointBefore(index);
        return Character.isWhitespace(before) || DisplayWidth.isWide(before);
    }
}
