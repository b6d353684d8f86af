package dev.brandingbot.cog.image;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.GuildAbilities;
import dev.brandingbot.sync.guild.GuildAnswer;
import dev.brandingbot.thumbnail.Gallery;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A guild of whose images small copies are kept as they are put on, so that answers about them cost no download.
 *
 * @param guild the guild
 * @param gallery where the copies are kept
 */
public record KeepingGuild(BrandedGuild guild, Gallery gallery) implements BrandedGuild {
    @Override
    public GuildAbilities abilities() {
        return guild.abilities();
    }

    @Override
    public GuildAnswer change(Map<AssetKind, Image> images, String reason) {
        var answer = guild.change(images, reason);
        if (answer instanceof GuildAnswer.Done) {
            images.forEach(gallery::keep);
        }
        return answer;
    }

    @Override
    public Optional<Map<AssetKind, String>> hashes(Map<AssetKind, String> expected) {
        return guild.hashes(expected);
    }

    @Override
    public GuildAnswer announce(Announcement announcement) {
        return guild.announce(announcement);
    }

    @Override
    public BrandedGuild whileHeld(BooleanSupplier isHeld) {
        return new KeepingGuild(guild.whileHeld(isHeld), gallery);
    }
}
