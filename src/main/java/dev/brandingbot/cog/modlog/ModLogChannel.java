package dev.brandingbot.cog.modlog;

import dev.brandingbot.cog.discord.ChannelRequirement;
import dev.brandingbot.cog.discord.DiscordRequests;
import dev.brandingbot.sync.guild.DiscordResult;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;

/**
 * The channel where moderators are alerted. Blocks on Discord, so don't use it on JDA's threads.
 *
 * @param id the channel's id
 */
public record ModLogChannel(long id) {
    public DiscordResult send(Guild guild, ModLogUpdate update) {
        return ChannelRequirement.MOD_LOG.write(guild, id, channel -> send(channel, update));
    }

    private static DiscordResult send(GuildMessageChannel channel, ModLogUpdate update) {
        try {
            return DiscordRequests.send(
                    channel.sendMessage(ModLogEmbed.render(update)).setNonce(update.nonce()),
                    sent -> new DiscordResult.Success());
        } catch (InsufficientPermissionException e) {
            return new DiscordResult.Failed("In the mod-log channel the bot lacks the permission %s."
                    .formatted(e.getPermission().getName()));
        }
    }
}
