package dev.brandingbot.cog.announcement;

import dev.brandingbot.cog.discord.DiscordRequests;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.DiscordResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends announcements to one channel, unless they are among its latest messages.
 *
 * @param channel the channel
 * @param renderer writes the announcements
 * @param isHeld whether the lock on the server is held
 */
record AnnouncementSender(GuildMessageChannel channel, AnnouncementRenderer renderer, BooleanSupplier isHeld) {
    private static final Logger log = LoggerFactory.getLogger(AnnouncementSender.class);

    /** The maximum number of messages per request. */
    private static final int MAX_MESSAGES_SEARCHED = 100;

    /** Sends an announcement unless it was sent already. */
    DiscordResult announce(Announcement announcement) {
        if (!channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_HISTORY)) {
            log.warn(
                    "Without Read Message History the bot can't check for earlier announcements. channel={}",
                    channel.getId());
            return send(announcement);
        }
        return DiscordRequests.send(
                channel.getHistory().retrievePast(MAX_MESSAGES_SEARCHED),
                messages -> isAmong(messages, announcement) ? new DiscordResult.Success() : send(announcement));
    }

    private DiscordResult send(Announcement announcement) {
        warnOfPing();
        if (!canAttachFiles()) {
            return send(renderer.withoutImages(announcement), announcement);
        }
        var result = send(renderer.withImages(announcement), announcement);
        if (!(result instanceof DiscordResult.Rejected refused)) {
            return result;
        }
        log.warn("Discord rejected an announcement; sending it without images. reason={}", refused.reason());
        return send(renderer.withoutImages(announcement), announcement);
    }

    private boolean canAttachFiles() {
        var mayAttach = channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_ATTACH_FILES);
        if (!mayAttach) {
            log.warn(
                    "Without the permission Attach Files in the changelog channel an event is announced without its"
                            + " images. channel={}",
                    channel.getId());
        }
        return mayAttach;
    }

    private void warnOfPing() {
        renderer.roleId()
                .filter(id -> !isPinged(id))
                .ifPresent(id -> log.warn(
                        "The role is named, but nobody is pinged: it is not there, or it is not mentionable and the bot lacks the"
                                + " permission Mention Everyone in the changelog channel. role={} channel={}",
                        Long.toUnsignedString(id),
                        channel.getId()));
    }

    private boolean isPinged(long roleId) {
        var guild = channel.getGuild();
        var role = guild.getRoleById(roleId);
        return role != null
                && (role.isMentionable()
                        || guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_MENTION_EVERYONE));
    }

    private DiscordResult send(MessageCreateData message, Announcement announcement) {
        try {
            return send(channel.sendMessage(message), announcement);
        } catch (InsufficientPermissionException e) {
            return new DiscordResult.Failed("In the changelog channel the bot lacks the permission %s."
                    .formatted(e.getPermission().getName()));
        }
    }

    private DiscordResult send(MessageCreateAction message, Announcement announcement) {
        return DiscordRequests.sendWhile(isHeld, () -> message.setNonce(announcement.nonce()), sent -> {
            log.info(
                    "Announced an event. channel={} event={}",
                    channel.getId(),
                    announcement.event().path());
            return new DiscordResult.Success();
        });
    }

    private boolean isAmong(List<Message> messages, Announcement announcement) {
        var self = channel.getJDA().getSelfUser();
        var wanted = renderer.withoutImages(announcement).getEmbeds().get(0);
        return messages.stream()
                .filter(message -> message.getAuthor().equals(self))
                .flatMap(message -> message.getEmbeds().stream())
                .anyMatch(embed -> isSameAnnouncement(wanted, embed));
    }

    /** Whether both announce the same occurrence of an event, even if its folder was renamed in between. */
    private static boolean isSameAnnouncement(MessageEmbed wanted, MessageEmbed sent) {
        return footer(wanted)
                .flatMap(mine -> footer(sent)
                        .filter(theirs -> mine.isSameEventAs(theirs)
                                || (mine.days().overlaps(theirs.days())
                                        && text(wanted).equals(text(sent)))))
                .isPresent();
    }

    private static String text(MessageEmbed embed) {
        return Optional.ofNullable(embed.getDescription()).orElse("").strip();
    }

    private static Optional<AnnouncementFooter> footer(MessageEmbed embed) {
        return Optional.ofNullable(embed.getFooter())
                .map(MessageEmbed.Footer::getText)
                .filter(Objects::nonNull)
                .flatMap(AnnouncementFooter::parse);
    }
}
