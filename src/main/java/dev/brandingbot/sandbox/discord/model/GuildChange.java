package dev.brandingbot.sandbox.discord.model;

import java.util.Optional;

/**
 * A change of the guild's name, features, icon or banner.
 *
 * @param before the guild before the change
 * @param after the guild after the change
 * @param isByBot whether the bot made the change; otherwise it was made manually
 * @param reason the bot's reason in the audit log
 */
public record GuildChange(GuildView before, GuildView after, boolean isByBot, Optional<String> reason) {}
