package dev.brandingbot.sync.guild;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A guild that is changed only while the lock on it is held.
 *
 * @param guild the guild
 * @param isHeld whether it is
 */
record FencedGuild(BrandedGuild guild, BooleanSupplier isHeld) implements BrandedGuild {
    @Override
    public GuildAbilities abilities() {
        return guild.abilities();
    }

    @Override
    public GuildAnswer change(Map<AssetKind, Image> images, String reason) {
        return whileHeld(() -> guild.change(images, reason));
    }

    @Override
    public Optional<Map<AssetKind, String>> hashes(Map<AssetKind, String> expected) {
        return guild.hashes(expected);
    }

    @Override
    public GuildAnswer announce(Announcement announcement) {
        return whileHeld(() -> guild.announce(announcement));
    }

    private GuildAnswer whileHeld(Supplier<GuildAnswer> request) {
        return isHeld.getAsBoolean() ? request.get() : GuildAnswer.LOCK_LOST;
    }
}
