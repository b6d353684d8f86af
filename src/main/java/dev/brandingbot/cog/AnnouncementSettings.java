package dev.brandingbot.cog;

import java.util.Optional;

/**
 * Where and how new events are announced.
 *
 * @param channelId the changelog channel, if there is one
 * @param greeting the first line
 */
record AnnouncementSettings(Optional<Long> channelId, Greeting greeting) {}
