package dev.brandingbot.event;

import java.util.regex.Pattern;

/**
 * Names and messages out of a repository, fit to be shown in one line. A file's name may hold line breaks, which would forge
 * lines of a log, codes that move a terminal's cursor, and marks that turn the direction of the text that follows.
 */
public final class Legible {
    private static final Pattern ILLEGIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Legible() {}

    /** {@code text}, with the code of each character that breaks a line, moves a cursor or turns the direction in its place. */
    public static String line(String text) {
        return ILLEGIBLE
                .matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }
}
