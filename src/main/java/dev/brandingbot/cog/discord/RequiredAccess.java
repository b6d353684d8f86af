package dev.brandingbot.cog.discord;

import java.util.Optional;
import java.util.Set;

/**
 * The channels, roles and permissions of a guild that the branding uses.
 *
 * @param changelogChannelId the channel for announcements; empty if nothing is announced
 * @param modLogChannelId the channel for alerts; empty if moderators are not alerted
 * @param announcedRoleId the role that announcements mention; empty if they mention none
 * @param moderatorRoleIds the roles whose members may use the moderators' commands
 * @param publishesEvents whether coming events are published as scheduled events
 */
public record RequiredAccess(
        Optional<Long> changelogChannelId,
        Optional<Long> modLogChannelId,
        Optional<Long> announcedRoleId,
        Set<Long> moderatorRoleIds,
        boolean publishesEvents) {
    /** Copies its collection. */
    public RequiredAccess {
        moderatorRoleIds = Set.copyOf(moderatorRoleIds);
    }
}
