package dev.brandingbot.sandbox.discord;

import dev.brandingbot.sandbox.discord.model.FakeGuildSettings;
import java.time.Clock;

/**
 * The settings of a fake Discord server.
 *
 * @param port the port, or 0 for any free one
 * @param token the bot's token
 * @param botId the ID of the bot and of its application
 * @param botName the bot's name
 * @param guild the only guild
 * @param isBotMember whether the bot is initially in the guild
 * @param clock the time for interactions, nonces and messages; not for snowflakes, by which clients determine the age of an interaction
 * @param eventClock the time by which scheduled events start and end
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
    /** The token in {@link #defaults}, which is not valid anywhere else. */
    public static final String TOKEN = "sandbox.token";
    /** The bot's ID in {@link #defaults}. */
    public static final long BOT = 1_100_000_000_000_000_041L;

    /** Returns settings with the guild of {@link FakeGuildSettings#defaults}, any port, and the system's clock. */
    public static FakeDiscordSettings defaults() {
        var clock = Clock.systemUTC();
        return new FakeDiscordSettings(0, TOKEN, BOT, "branding-bot", FakeGuildSettings.defaults(), true, clock, clock);
    }

    /** Returns a copy with another guild. */
    public FakeDiscordSettings withGuild(FakeGuildSettings guild) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** Returns a copy in which the bot is not in the guild. */
    public FakeDiscordSettings withoutGuild() {
        return new FakeDiscordSettings(port, token, botId, botName, guild, false, clock, eventClock);
    }

    /** Returns a copy with another port, or 0 for any free one. */
    public FakeDiscordSettings withPort(int port) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** Returns a copy with another clock. */
    public FakeDiscordSettings withClock(Clock clock) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    /** Returns a copy with another clock for scheduled events. */
    public FakeDiscordSettings withEventClock(Clock eventClock) {
        return new FakeDiscordSettings(port, token, botId, botName, guild, isBotMember, clock, eventClock);
    }

    @Override
    public String toString() {
        return "DiscordSettings[botId=" + botId + ", guild=" + guild.id() + "]";
    }
}
