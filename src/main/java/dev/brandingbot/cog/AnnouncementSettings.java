package dev.brandingbot.cog;

import dev.brandingbot.cog.announcement.AnnouncementHeader;
import java.util.Optional;

/**
 * Where and how new events are announced.
 *
 * @param channelId the changelog channel, if there is one
 * @param header the first line
 */
public record AnnouncementSettings(Optional<Long> channelId, AnnouncementHeader header) {}
