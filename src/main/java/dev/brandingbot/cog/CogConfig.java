package dev.brandingbot.cog;

import dev.brandingbot.cog.discord.RequiredAccess;
import java.util.Optional;
import java.util.Set;

/**
 * What a host decides about the cog.
 *
 * @param guildId the ID of the guild
 * @param announcements where and how new events are announced
 * @param moderatorRoleIds who may use the moderators' commands, besides members with Manage Server
 * @param daemon when it acts by itself
 * @param modLogChannelId where moderators are told of trouble, if anywhere
 * @param scheduledEvents how many coming events it keeps published as scheduled events
 */
public record CogConfig(
        long guildId,
        AnnouncementSettings announcements,
        Set<Long> moderatorRoleIds,
        DaemonSettings daemon,
        Optional<Long> modLogChannelId,
        int scheduledEvents) {
    /** Returns what the cog needs of its guild. */
    public RequiredAccess requiredAccess() {
        return new RequiredAccess(
                announcements.channelId(),
                modLogChannelId,
                announcements.header().roleId(),
                moderatorRoleIds,
                scheduledEvents > 0);
    }
}
