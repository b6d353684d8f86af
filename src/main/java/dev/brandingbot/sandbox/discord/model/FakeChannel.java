package dev.brandingbot.sandbox.discord.model;

import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/**
 * A channel of the guild.
 *
 * @param id the ID
 * @param type the type
 * @param name the name
 * @param deniedToBot permissions that the channel denies to the bot's role
 */
public record FakeChannel(long id, ChannelType type, String name, Set<Permission> deniedToBot) {
    public FakeChannel {
        deniedToBot = Set.copyOf(deniedToBot);
    }

    /** A text channel. */
    public FakeChannel(long id, String name, Set<Permission> deniedToBot) {
        this(id, ChannelType.TEXT, name, deniedToBot);
    }

    /** A text channel that denies nothing to the bot. */
    public FakeChannel(long id, String name) {
        this(id, name, Set.of());
    }
}
