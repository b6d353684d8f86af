package dev.brandingbot.cog.discord;

/**
 * A requirement that a guild does not meet, so that part of the branding can't be applied, announced or reported.
 *
 * @param key identifies the requirement, whatever its text says
 * @param headline the name of the requirement
 * @param text the consequence and what to do
 */
public record MissingRequirement(String key, String headline, String text) {
    /** The requirement as plain text. */
    public String sentence() {
        return "%s: %s".formatted(headline, text);
    }

    /** The requirement as one line of Markdown. */
    public String line() {
        return "**%s:** %s".formatted(headline, text);
    }
}
