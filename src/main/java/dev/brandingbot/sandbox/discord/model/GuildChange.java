package dev.brandingbot.sandbox.discord.model;

import java.util.Optional;

/**
 * The guild's name, features, icon or banner changed.
 *
 * @param before what members saw
 * @param after what they see now
 * @param isByBot whether the bot did it; otherwise it was done by hand
 * @param reason what the bot wrote in the audit log
 */
public record GuildChange(GuildView before, GuildView after, boolean isByBot, Optional<String> reason) {}
