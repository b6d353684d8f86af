package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A guild to which nothing is done, so that it can be seen what would be done.
 *
 * @param guild the one whose abilities count
 * @param announcementCheck says whether an announcement could be sent, without sending one
 */
public record PreviewGuild(BrandedGuild guild, Supplier<GuildAnswer> announcementCheck) implements BrandedGuild {
    @Override
    public GuildAbilities abilities() {
        return guild.abilities();
    }

    @Override
    public GuildAnswer change(Map<AssetKind, Image> images, String reason) {
        return new GuildAnswer.Done();
    }

    @Override
    public Optional<Map<AssetKind, String>> hashes(Map<AssetKind, String> expected) {
        return guild.hashes(expected);
    }

    @Override
    public GuildAnswer announce(Announcement announcement) {
        return announcementCheck.get();
    }
}
