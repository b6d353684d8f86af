package dev.brandingbot.schedule;

/** Folds the lines of an iCalendar file at 75 bytes of UTF-8, and never within a character (RFC 5545, 3.1). */
final class LineFolding {
    private static final int MAX_BYTES = 75;
    private static final String LINE_END = "\r\n";

    private LineFolding() {}

    /** Returns {@code text}, whose lines end in CRLF, with a line break and a space wherever a line would become too long. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length() + text.length() / MAX_BYTES * 3);
        var used = 0;
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var character = text.codePointAt(at);
            var isLineEnd = character == '\r' || character == '\n';
            if (!isLineEnd && used + bytes(character) > MAX_BYTES) {
                folded.append(LINE_END).append(' ');
                used = 1;
            }
            folded.appendCodePoint(character);
            used = isLineEnd ? 0 : used + bytes(character);
        }
        return folded.toString();
    }

    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
