package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import java.util.Map;

/**
 * The guild that wears the branding. Implementations may block for as long as Discord takes to answer, within a bound, and
 * throw nothing that was to be expected.
 */
public interface BrandedGuild {
    /** What the guild allows at this moment. */
    GuildAbilities abilities();

    /**
     * Puts images on, in one request.
     *
     * @param images one or two, by what they are for
     * @param reason for the audit log, of any length
     */
    GuildAnswer change(Map<AssetKind, Image> images, String reason);

    /** Sends a message to the changelog channel; asked only where there is one. */
    GuildAnswer announce(Announcement announcement);
}
