package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.repository.Image;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A guild that is changed only while a turn lasts.
 *
 * @param guild the guild
 * @param turn the turn
 */
record FencedGuild(BrandedGuild guild, Turn turn) implements BrandedGuild {
    @Override
    public GuildAbilities abilities() {
        return guild.abilities();
    }

    @Override
    public GuildAnswer change(Map<AssetKind, Image> images, String reason) {
        return inTurn(() -> guild.change(images, reason));
    }

    @Override
    public Optional<Map<AssetKind, String>> hashes(Map<AssetKind, String> expected) {
        return guild.hashes(expected);
    }

    @Override
    public GuildAnswer announce(Announcement announcement) {
        return inTurn(() -> guild.announce(announcement));
    }

    private GuildAnswer inTurn(Supplier<GuildAnswer> request) {
        return turn.lasts().getAsBoolean()
                ? request.get()
                : new GuildAnswer.Failed("Another copy of the bot has taken over.");
    }
}
