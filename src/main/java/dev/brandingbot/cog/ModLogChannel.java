package dev.brandingbot.cog;

import dev.brandingbot.sync.GuildAnswer;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;

/**
 * The channel where moderators are told of trouble. Waits for Discord, so it is not for JDA's threads.
 *
 * @param id the channel's id
 */
record ModLogChannel(long id) {
    /** Everything that telling takes. */
    static final List<Permission> NEEDED =
            List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS);

    GuildAnswer send(Guild guild, ModLogWord word) {
        var channel = guild.getChannelById(GuildMessageChannel.class, id);
        if (channel == null) {
            return new GuildAnswer.Failed("The configured mod-log channel does not exist, or the bot can't see it.");
        }
        if (!guild.getSelfMember().hasPermission(channel, NEEDED)) {
            return new GuildAnswer.Failed(
                    "In the mod-log channel the bot needs the permissions View Channel, Send Messages and Embed Links.");
        }
        try {
            return DiscordRequests.send(
                    channel.sendMessage(ModLogMessage.of(word)).setNonce(word.nonce()), sent -> new GuildAnswer.Done());
        } catch (InsufficientPermissionException e) {
            return new GuildAnswer.Failed("In the mod-log channel the bot lacks the permission %s."
                    .formatted(e.getPermission().getName()));
        }
    }
}
