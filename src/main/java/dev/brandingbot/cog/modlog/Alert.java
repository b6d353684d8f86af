package dev.brandingbot.cog.modlog;

import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;

/**
 * Something that moderators should know and do something about.
 *
 * @param source where it comes from
 * @param id what it is, so that it is recognised when it is seen again in other words
 * @param urgency when to tell
 * @param headline what it is about, in a few words of Markdown in one line
 * @param text what is wrong and what to do, in one line
 */
public record Alert(AlertSource source, String id, Urgency urgency, String headline, String text) {
    private static final int MAX_TEXT_LENGTH = 400;

    public Alert {
        id = SafeText.toSingleLine(id);
        headline = SafeText.toSingleLine(headline);
        text = Texts.cut(SafeText.toSingleLine(text), MAX_TEXT_LENGTH);
    }

    /** When to tell of trouble. */
    public enum Urgency {
        /** As soon as it is seen. */
        AT_ONCE,
        /** When it has lasted a while: it may pass by itself. */
        IF_IT_LASTS,
        /** As soon as it is seen; it shows now and then only, so when it does not, that does not mean that it is well. */
        IN_PASSING,
        /** Together with others, or when all is quiet: members see nothing of it. */
        WHEN_QUIET
    }

    /** Whether it only says what could be better. */
    boolean isRecommendation() {
        return urgency == Urgency.WHEN_QUIET;
    }

    /** The same for the same trouble, seen twice. */
    String key() {
        return source + " " + id;
    }
}
