package dev.brandingbot.sandbox.discord.model;

import java.util.Optional;
import java.util.Set;

/**
 * A snapshot of the guild as members see it.
 *
 * @param id the ID
 * @param name the name
 * @param features the features
 * @param icon the icon
 * @param banner the banner
 */
public record GuildView(
        long id, String name, Set<String> features, Optional<GuildImage> icon, Optional<GuildImage> banner) {
    public GuildView {
        features = Set.copyOf(features);
    }
}
