package dev.brandingbot.cog.discord;

/**
 * Something that a guild lacks, so that part of the branding can't be applied, announced or reported.
 *
 * @param key the same for the same thing, whatever the text says
 * @param headline what is missing, in a few words
 * @param text what follows from that, and what to do
 */
public record MissingRequirement(String key, String headline, String text) {
    /** All of it in plain text. */
    public String sentence() {
        return "%s: %s".formatted(headline, text);
    }

    /** All of it in one line of Markdown. */
    public String line() {
        return "**%s:** %s".formatted(headline, text);
    }
}
