package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The guild to which the branding is applied. Implementations may block on Discord for a bounded time, and report failures as
 * results instead of exceptions.
 */
public interface BrandedGuild {
    /** The guild's current capabilities. */
    GuildCapabilities capabilities();

    /**
     * Applies images in one request.
     *
     * @param images one or two images by their kind
     * @param reason the reason for the audit log, of any length
     */
    DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason);

    /**
     * Returns Discord's hashes of the applied images; empty if they are unknown. Sends a request only if the cached hashes differ
     * from {@code expected}, because the cache may be outdated.
     */
    Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected);

    /** Sends an announcement to the changelog channel. Called only if there is one. */
    DiscordResult announce(Announcement announcement);

    /**
     * Returns a view of this guild that changes it only while the lock is held.
     *
     * @param isHeld whether the lock is held; called before each request that changes something
     */
    default BrandedGuild whileHeld(BooleanSupplier isHeld) {
        return new GuardedGuild(this, isHeld);
    }
}
