package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Map;
import java.util.Optional;

/**
 * A guild for dry runs: every change succeeds without a request.
 *
 * @param guild the guild whose capabilities count
 * @param changelog the channel for announcements; empty if nothing is announced
 */
public record DryRunGuild(BrandedGuild guild, Optional<AnnouncementChannel> changelog) implements BrandedGuild {
    @Override
    public GuildCapabilities capabilities() {
        return guild.capabilities();
    }

    @Override
    public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
        return new DiscordResult.Success();
    }

    @Override
    public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
        return guild.imageHashes(expected);
    }

    @Override
    public DiscordResult announce(Announcement announcement) {
        return changelog.map(AnnouncementChannel::check).orElse(DiscordResult.NO_CHANGELOG);
    }
}
