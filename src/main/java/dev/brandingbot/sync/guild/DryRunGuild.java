package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.AssetImage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A guild to which nothing is done, so that it can be seen what would be done.
 *
 * @param guild the one whose abilities count
 * @param announcementCheck says whether an announcement could be sent, without sending one
 */
public record DryRunGuild(BrandedGuild guild, Supplier<DiscordResult> announcementCheck) implements BrandedGuild {
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
        return announcementCheck.get();
    }
}
