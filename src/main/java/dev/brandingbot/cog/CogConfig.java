package dev.brandingbot.cog;

import dev.brandingbot.cog.discord.RequiredAccess;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a cog.
 *
 * @param guildId the ID of the guild
 * @param announcements the settings of announcements
 * @param moderatorRoleIds the roles that may use the moderators' commands, besides members with Manage Server
 * @param daemon the settings of the daemon
 * @param modLogChannelId the channel where moderators are alerted, if any
 * @param scheduledEvents how many upcoming events to publish as scheduled events
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
