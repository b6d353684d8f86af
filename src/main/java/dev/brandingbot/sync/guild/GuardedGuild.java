package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A guild that is changed only while the lock is held.
 *
 * @param guild the guild
 * @param isHeld whether the lock is held
 */
record GuardedGuild(BrandedGuild guild, BooleanSupplier isHeld) implements BrandedGuild {
    @Override
    public GuildCapabilities capabilities() {
        return guild.capabilities();
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        return whileHeld(() -> guild.applyAssets(images, reason));
    }

    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return guild.imageHashes(expected);
    }

    @Override
    public DiscordResult announce(Announcement announcement) {
        return whileHeld(() -> guild.announce(announcement));
    }

    private DiscordResult whileHeld(Supplier<DiscordResult> request) {
        return isHeld.getAsBoolean() ? request.get() : DiscordResult.LOCK_LOST;
    }
}
