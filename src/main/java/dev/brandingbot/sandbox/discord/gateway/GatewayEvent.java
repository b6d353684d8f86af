package dev.brandingbot.sandbox.discord.gateway;

/** The events that the fake gateway sends, with the intent that each requires. */
public enum GatewayEvent {
    READY(0),
    RESUMED(0),
    INTERACTION_CREATE(0),
    GUILD_CREATE(Intent.GUILDS),
    GUILD_UPDATE(Intent.GUILDS),
    GUILD_DELETE(Intent.GUILDS),
    GUILD_ROLE_UPDATE(Intent.GUILDS),
    CHANNEL_CREATE(Intent.GUILDS),
    CHANNEL_UPDATE(Intent.GUILDS),
    CHANNEL_DELETE(Intent.GUILDS),
    MESSAGE_CREATE(Intent.GUILD_MESSAGES),
    MESSAGE_UPDATE(Intent.GUILD_MESSAGES),
    MESSAGE_DELETE(Intent.GUILD_MESSAGES);

    private final long intent;

    GatewayEvent(long intent) {
        this.intent = intent;
    }

    boolean isIncludedIn(long intents) {
        return intent == 0 || (intents & intent) != 0;
    }

    /** Whether one of these intents needs Discord's approval. */
    static boolean includePrivileged(long intents) {
        return (intents & (Intent.GUILD_MEMBERS | Intent.GUILD_PRESENCES | Intent.MESSAGE_CONTENT)) != 0;
    }

    private static final class Intent {
        static final long GUILDS = 1;
        static final long GUILD_MEMBERS = 1 << 1;
        static final long GUILD_PRESENCES = 1 << 8;
        static final long GUILD_MESSAGES = 1 << 9;
        static final long MESSAGE_CONTENT = 1 << 15;
    }
}
