package dev.brandingbot.sandbox.discord;

import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.time.Clock;

/**
 * What a stand-in starts with.
 *
 * @param port the port, or 0 for any that is free
 * @param token the token that the bot must show
 * @param botId the id of the bot, which is also its application's
 * @param botName the bot's name
 * @param guild the one guild
 * @param isBotMember whether the bot is in the guild from the start
 * @param clock decides by when an interaction must be answered, how long a nonce counts, and what messages are dated.
 *     Snowflakes do not follow it: clients judge by them how old an interaction is
 * @param eventClock decides when scheduled events start and end
 */
public record FakeDiscordSettings(
        int port,
        String token,
        long botId,
        String botName,
        FakeGuildSettings guild,
        boolean isBotMember,
        Clock clock,
        Clock eventClock) {
    /** The token in {@link #defaults}; it opens nothing anywhere else. */
    public static final String TOKEN = "sandbox.token";
    /** The bot's id there. */
    public static final long BOT = 1_100_000_000_000_000_041L;

    /** The bot in the guild of {@link FakeGuildSettings#defaults}, on any port, by the system's clock. */
    public static FakeDiscordSettings defaults() {
        var clock = Clock.systemUTC();
        return new FakeDiscordSettings(0, TOKEN, BOT, "branding-bot", FakeGuildSettings.defaults(), true, clock, clock);
    }

    /** The same with another guild. */
    public FakeDiscordSettings withGuild(FakeGuildSettings guild) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** The same with the bot in no guild. */
    public FakeDiscordSettings withoutGuild() {
        return new FakeDiscordSettings(port, token, botId, botName, guild, false, clock, eventClock);
    }

    /** The same on this port, or on any that is free when it is 0. */
    public FakeDiscordSettings withPort(int port) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** The same by another clock. */
    public FakeDiscordSettings withClock(Clock clock) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** The same with scheduled events by another clock. */
    public FakeDiscordSettings withEventClock(Clock eventClock) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    @Override
    public String toString() {
        return "DiscordSettings[botId=" + botId + ", guild=" + guild.id() + "]";
    }
}
