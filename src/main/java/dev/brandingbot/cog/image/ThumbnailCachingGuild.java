package dev.brandingbot.cog.image;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.thumbnail.ThumbnailService;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A guild that caches thumbnails of the images that are applied, so that answers need no download.
 *
 * @param guild the guild
 * @param thumbnails caches the thumbnails
 */
public record ThumbnailCachingGuild(BrandedGuild guild, ThumbnailService thumbnails) implements BrandedGuild {
    @Override
    public GuildCapabilities capabilities() {
        return guild.capabilities();
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        var result = guild.applyAssets(images, reason);
        if (result instanceof DiscordResult.Success) {
            images.forEach(thumbnails::store);
        }
        return result;
    }

    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return guild.imageHashes(expected);
    }

    @Override
    public DiscordResult announce(Announcement announcement) {
        return guild.announce(announcement);
    }

    @Override
    public BrandedGuild whileHeld(BooleanSupplier isHeld) {
        return new ThumbnailCachingGuild(guild.whileHeld(isHeld), thumbnails);
    }
}
