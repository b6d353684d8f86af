package dev.brandingbot.cog;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import java.util.Optional;

/**
 * The settings of announcements.
 *
 * @param channelId the changelog channel, if there is one
 * @param header the first line
 */
public record AnnouncementSettings(Optional<Long> channelId, AnnouncementHeader header) {}
