package dev.brandingbot.support;

import java.util.regex.Pattern;

/**
 * Names and messages out of a repository, fit to be shown in one line. A file's name may hold line breaks, which would forge
 * lines of a log, codes that move a terminal's cursor, marks that turn the direction of the text that follows, and characters that
 * cannot be seen, so that two names look alike or one looks empty. What joins letters and emoji stays.
 */
public final class SafeText {
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
                    + "\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]");

    private SafeText() {}

    /** {@code text}, with its code in the place of each character that breaks a line, moves a cursor, turns the direction or cannot be seen. */
    public static String toSingleLine(String text) {
        return CONTROL_CHARACTERS
                .matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }
}
