package dev.brandingbot.sandbox.discord.model;

import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/**
 * A channel of the guild.
 *
 * @param id its id
 * @param type its type
 * @param name its name
 * @param deniedToBot what the bot's role may not do here
 */
public record FakeChannel(long id, ChannelType type, String name, Set<Permission> deniedToBot) {
    public FakeChannel {
        deniedToBot = Set.copyOf(deniedToBot);
    }

    /** A text channel. */
    public FakeChannel(long id, String name, Set<Permission> deniedToBot) {
        this(id, ChannelType.TEXT, name, deniedToBot);
    }

    /** A text channel in which the bot may do what its roles allow. */
    public FakeChannel(long id, String name) {
        this(id, name, Set.of());
    }
}
