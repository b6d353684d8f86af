package dev.brandingbot.support;

import java.util.regex.Pattern;

/** Measures text in the columns of a terminal: an East Asian character or an emoji takes two, a combining mark takes none. */
public final class DisplayWidth {
    private static final int FIRST_WIDE = 0x1100;

    /** East Asian scripts except for letters of half width, punctuation and letters of full width, and emoji. */
    private static final Pattern WIDE = Pattern.compile(
            "[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}"
                    + "\\x{3000}-\\x{303e}\\x{ff01}-\\x{ff60}\\x{ffe0}-\\x{ffe6}\\x{1f300}-\\x{1faff}&&[^\\x{ff61}-\\x{ffdc}]]");

    private DisplayWidth() {}

    /** Returns how many columns a text takes. */
    public static int columns(String text) {
        return text.codePoints().map(DisplayWidth::columns).sum();
    }

    /**
     * Returns the longest beginning of a text that fits.
     *
     * @param text one line
     * @param maxColumns how many columns there are
     */
    public static String prefix(String text, int maxColumns) {
        int columns = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            columns += columns(character);
            if (columns > maxColumns) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    /** Whether a character takes two columns. */
    public static boolean isWide(int character) {
        return character >= FIRST_WIDE
                && WIDE.matcher(Character.toString(character)).matches();
    }

    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }
}
