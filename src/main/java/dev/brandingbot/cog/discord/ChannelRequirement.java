package dev.brandingbot.cog.discord;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.sync.guild.DiscordResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of a channel that the bot writes to. Reads JDA's cache only. Discord hides the name and the permissions of a
 * channel that the bot can't view, but not its type.
 *
 * @param key the key of the missing requirement
 * @param headline the name of the channel in a sentence
 * @param required the permissions without which the bot can't write in the channel
 * @param recommended the permissions without which some features don't work
 * @param loss what does not work without the channel, as part of a sentence
 */
public record ChannelRequirement(
        String key, String headline, List<Permission> required, List<Permission> recommended, String loss) {
    /** What announcements need. */
    public static final ChannelRequirement CHANGELOG = new ChannelRequirement(
            "changelog",
            "The changelog channel",
            List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS),
            List.of(Permission.MESSAGE_ATTACH_FILES, Permission.MESSAGE_HISTORY),
            "events can't be announced");

    /** What alerts need. */
    public static final ChannelRequirement MOD_LOG = new ChannelRequirement(
            "mod log",
            "The mod-log channel",
            List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS),
            List.of(),
            "moderators can't be alerted");

    /** The types of channels with a chat, except stages, which are for live audio. */
    private static final Set<ChannelType> WRITABLE = EnumSet.of(
            ChannelType.TEXT,
            ChannelType.NEWS,
            ChannelType.VOICE,
            ChannelType.GUILD_NEWS_THREAD,
            ChannelType.GUILD_PUBLIC_THREAD,
            ChannelType.GUILD_PRIVATE_THREAD);

    /** Returns why the bot can't write in the channel, or misses a recommended permission; empty if all is fine. */
    Optional<MissingRequirement> missing(Guild guild, long id) {
        return problem(
                        guild.getGuildChannelById(id),
                        id,
                        Stream.concat(required.stream(), recommended.stream()).toList())
                .map(text -> new MissingRequirement(key, headline, text));
    }

    /** Sends a message to the channel, or fails with the reason why the bot can't. */
    public DiscordResult write(Guild guild, long id, Function<GuildMessageChannel, DiscordResult> message) {
        var channel = guild.getGuildChannelById(id);
        var problem = problem(channel, id, required);
        if (problem.isEmpty() && channel instanceof GuildMessageChannel writable) {
            return message.apply(writable);
        }
        return new DiscordResult.Failed("%s: %s".formatted(headline, problem.orElse("The bot can't write there.")));
    }

    private Optional<String> problem(@Nullable GuildChannel channel, long id, List<Permission> permissions) {
        if (channel == null) {
            return Optional.of("No channel of this server has the ID %s, so %s. Set the ID of a text channel."
                    .formatted(Long.toUnsignedString(id), loss));
        }
        if (!WRITABLE.contains(channel.getType())) {
            return Optional.of("<#%s> is a %s, where the bot can't write, so %s. Set the ID of a text channel."
                    .formatted(channel.getId(), name(channel.getType()), loss));
        }
        var lacking = lacking(channel, permissions);
        return lacking.isEmpty() ? Optional.empty() : Optional.of(problem(channel, lacking));
    }

    private String problem(GuildChannel channel, List<Permission> lacking) {
        var names = lacking.stream().map(ChannelRequirement::name).collect(joining(", "));
        return lacking.contains(Permission.VIEW_CHANNEL)
                ? "The bot can't see <#%s>, so %s. Allow one of its roles there: %s."
                        .formatted(channel.getId(), loss, names)
                : "In <#%s> the bot lacks %s, so %s. Allow it there.".formatted(channel.getId(), names, loss);
    }

    /** Explicit permissions are checked, because JDA's effective ones deny everything if the bot can't view the channel. */
    private static List<Permission> lacking(GuildChannel channel, List<Permission> permissions) {
        var self = channel.getGuild().getSelfMember();
        if (self.isOwner() || self.hasPermission(Permission.ADMINISTRATOR)) {
            return List.of();
        }
        var allowed = self.getPermissionsExplicit(channel);
        return Stream.concat(
                        permissions.stream().map(permission -> in(channel.getType(), permission)),
                        channel.getType().isAudio() ? Stream.of(Permission.VOICE_CONNECT) : Stream.empty())
                .filter(permission -> !allowed.contains(permission))
                .toList();
    }

    private static Permission in(ChannelType type, Permission permission) {
        return type.isThread() && permission == Permission.MESSAGE_SEND
                ? Permission.MESSAGE_SEND_IN_THREADS
                : permission;
    }

    /** The name of a permission in Discord's channel settings. */
    private static String name(Permission permission) {
        return switch (permission) {
            case VIEW_CHANNEL -> "View Channel";
            case MESSAGE_HISTORY -> "Read Message History";
            default -> permission.getName();
        };
    }

    private static String name(ChannelType type) {
        return switch (type) {
            case FORUM, CATEGORY -> type.name().toLowerCase(Locale.ROOT);
            default -> type.name().toLowerCase(Locale.ROOT) + " channel";
        };
    }
}
