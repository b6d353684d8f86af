package dev.brandingbot.support;

/** Texts within Discord's limits. */
public final class Texts {
    private static final String ELLIPSIS = "…";

    private Texts() {}

    /**
     * {@code text}, or its beginning and an ellipsis, in at most {@code limit} UTF-16 units, at least one: Discord counts no more
     * than that.
     */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        var end = limit - ELLIPSIS.length();
        var isInsideAPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isInsideAPair ? end - 1 : end) + ELLIPSIS;
    }
}
