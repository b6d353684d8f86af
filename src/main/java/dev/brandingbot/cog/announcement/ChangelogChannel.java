package dev.brandingbot.cog.announcement;

import dev.brandingbot.cog.discord.ChannelRequirement;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.AnnouncementChannel;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/**
 * The changelog channel through JDA. Before it sends an announcement, it searches the latest messages for it, because it may have
 * been sent just before a crash or before Redis lost its data.
 *
 * @param guild returns the guild, or empty while it is not available
 * @param channelId the ID of the channel
 * @param renderer writes the announcements
 */
public record ChangelogChannel(Supplier<Optional<Guild>> guild, long channelId, AnnouncementRenderer renderer)
        implements AnnouncementChannel {
    @Override
    public DiscordResult announce(Announcement announcement, BooleanSupplier isHeld) {
        return inChannel(channel -> new AnnouncementSender(channel, renderer, isHeld).announce(announcement));
    }

    @Override
    public DiscordResult check() {
        return inChannel(channel -> new DiscordResult.Success());
    }

    private DiscordResult inChannel(Function<GuildMessageChannel, DiscordResult> work) {
        return guild.get()
                .map(here -> ChannelRequirement.CHANGELOG.write(here, channelId, work))
                .orElseGet(() -> new DiscordResult.Failed(GuildCapabilities.UNAVAILABLE));
    }
}
