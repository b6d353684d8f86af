package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import java.util.Map;
import java.util.Optional;

/**
 * A guild that says yes to everything and does nothing, so that it can be seen what would be done.
 *
 * @param guild the one whose abilities count
 */
public record PreviewGuild(BrandedGuild guild) implements BrandedGuild {
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
        return new GuildAnswer.Done();
    }
}
