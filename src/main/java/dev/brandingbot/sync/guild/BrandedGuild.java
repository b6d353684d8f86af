package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The guild that wears the branding. Implementations may block for as long as Discord takes to answer, within a bound, and
 * throw nothing that was to be expected.
 */
public interface BrandedGuild {
    /** What the guild allows at this moment. */
    GuildCapabilities capabilities();

    /**
     * Puts images on, in one request.
     *
     * @param images one or two, by what they are for
     * @param reason for the audit log, of any length
     */
    DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason);

    /**
     * The hashes by which Discord names the images that are on; nothing where that can't be found out. Where what is known here
     * differs from {@code expected}, Discord itself is asked: news may be on its way.
     */
    Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected);

    /** Sends a message to the changelog channel; asked only where there is one. */
    DiscordResult announce(Announcement announcement);

    /**
     * This guild, changed only while the lock on it is held.
     *
     * @param isHeld whether it is; asked before each request that changes something
     */
    default BrandedGuild whileHeld(BooleanSupplier isHeld) {
        return new GuardedGuild(this, isHeld);
    }
}
