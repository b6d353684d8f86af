package dev.brandingbot.sandbox.discord.model;

/** Reads snowflakes. */
public final class SnowflakeParser {
    private SnowflakeParser() {}

    /** The id in a path or body; refuses the request when it is none. */
    public static long parse(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw FormErrors.exception("id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
    }
}
