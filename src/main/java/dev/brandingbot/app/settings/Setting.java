package dev.brandingbot.app.settings;

import java.util.Locale;

/** The settings, with their confidentiality and a description of valid values. */
enum Setting {
    DISCORD_TOKEN(Privacy.TOKEN, "the bot's token, from https://discord.com/developers/applications: Bot, Reset Token"),
    DISCORD_API_URL(Privacy.OPEN, "an http or https URL with the version, like https://discord.com/api/v10/"),
    DISCORD_GATEWAY_URL(Privacy.OPEN, "a ws or wss URL, like wss://gateway.discord.gg/"),
    GITHUB_TOKEN(Privacy.TOKEN, "a GitHub token without spaces, or nothing for a public repository"),
    GITHUB_API_URL(Privacy.OPEN, "an http or https URL, like https://github.example.org/api/v3"),
    REDIS_URL(
            Privacy.CONFIDENTIAL,
            "a URL like redis://user:password@host:6379/0 or rediss://…, with special characters in the password"
                    + " encoded like %40; or nothing for the embedded Redis"),
    BRANDING_SCHEDULED_EVENTS(Privacy.OPEN, "a number of events from 0 (none) to 20"),
    BRANDING_DATA_DIR(Privacy.OPEN, "a writable folder, like data"),
    BRANDING_GUILD_ID(
            Privacy.OPEN,
            "the server's ID, a number of 17 to 20 digits (in Discord: Developer Mode on, then Copy Server ID)"),
    BRANDING_CHANGELOG_CHANNEL_ID(
            Privacy.OPEN,
            "the channel's ID, a number of 17 to 20 digits (in Discord: Developer Mode on, then Copy Channel ID)"),
    BRANDING_MOD_LOG_CHANNEL_ID(
            Privacy.OPEN,
            "the channel's ID, a number of 17 to 20 digits (in Discord: Developer Mode on, then Copy Channel ID)"),
    BRANDING_MODERATOR_ROLE_IDS(Privacy.OPEN, "role IDs, numbers of 17 to 20 digits, separated by commas"),
    BRANDING_REPOSITORY(Privacy.OPEN, "the branding repository on GitHub as owner/name"),
    BRANDING_BRANCH(Privacy.OPEN, "the name of a branch, like main"),
    BRANDING_DAEMON(Privacy.OPEN, "on or off"),
    BRANDING_ROTATION_DAYS(Privacy.OPEN, "a number of days from 0 (every check) to 366"),
    BRANDING_CHECK_EVERY(Privacy.OPEN, "a duration from 1m to 24h, like 30m or 1h, or off"),
    BRANDING_ANNOUNCE_ROLE_ID(
            Privacy.OPEN,
            "the role's ID, a number of 17 to 20 digits (in Discord: Developer Mode on, then Copy Role ID)"),
    BRANDING_ANNOUNCE_TEXT(
            Privacy.OPEN, "a line of at most 1,700 characters; {event} in it is replaced by the event's name"),
    BRANDING_CONFIG(Privacy.OPEN, "the path of the settings file, like config/branding.yml");

    private enum Privacy {
        OPEN,
        /** Allowed in the settings file, but its value is never shown. */
        CONFIDENTIAL,
        /** Allowed in the environment and in .env only. */
        TOKEN
    }

    private static final String PREFIX = "branding_";

    private final Privacy privacy;
    private final String expected;

    Setting(Privacy privacy, String expected) {
        this.privacy = privacy;
        this.expected = expected;
    }

    /** Returns the name in the settings file. */
    String fileKey() {
        String lowerCase = name().toLowerCase(Locale.ROOT);
        return lowerCase.startsWith(PREFIX) ? lowerCase.substring(PREFIX.length()) : lowerCase;
    }

    /** Returns a description of valid values, which completes "use …". */
    String expected() {
        return expected;
    }

    /** Whether messages must not contain the value. */
    boolean isConfidential() {
        return privacy != Privacy.OPEN;
    }

    /** Whether the setting is not allowed in the settings file, which may be committed and shared. */
    boolean isToken() {
        return privacy == Privacy.TOKEN;
    }

    /** Whether the value is the path of a file or folder. */
    boolean isPath() {
        return this == BRANDING_CONFIG || this == BRANDING_DATA_DIR;
    }

    /** Whether the setting is allowed in the settings file. */
    boolean isForFile() {
        return !isToken() && this != BRANDING_CONFIG;
    }
}
