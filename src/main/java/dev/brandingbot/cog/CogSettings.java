package dev.brandingbot.cog;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a host decides about the cog.
 *
 * @param guildId the guild to look after
 * @param announcements where and how new events are announced
 * @param moderatorRoleIds who may use the moderators' commands, besides members with Manage Server
 * @param isDaemonOnByDefault the daemon's switch as long as no moderator made a choice
 * @param rotationInterval how long an asset stays before the next one in its rotation; zero for every check
 * @param checkEvery how often the daemon looks between midnights; nothing for midnights only
 */
record CogSettings(
        long guildId,
        AnnouncementSettings announcements,
        Set<Long> moderatorRoleIds,
        boolean isDaemonOnByDefault,
        Duration rotationInterval,
        Optional<Duration> checkEvery) {}
