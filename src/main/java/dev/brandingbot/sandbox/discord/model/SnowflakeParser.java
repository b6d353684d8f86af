package dev.brandingbot.sandbox.discord.model;

/** Parses snowflakes. */
public final class SnowflakeParser {
    private SnowflakeParser() {}

    /**
     * Parses an ID in a path or body.
     *
     * @throws DiscordApiException if it is not a snowflake
     */
    public static long parse(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw FormErrors.exception("id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }
}
