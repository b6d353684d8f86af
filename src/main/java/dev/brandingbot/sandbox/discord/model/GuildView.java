package dev.brandingbot.sandbox.discord.model;

import java.util.Optional;
import java.util.Set;

/**
 * What members see of the guild at one moment.
 *
 * @param id its id
 * @param name its name
 * @param features its features
 * @param icon its icon
 * @param banner its banner
 */
public record GuildView(
        long id, String name, Set<String> features, Optional<GuildImage> icon, Optional<GuildImage> banner) {
    public GuildView {
        features = Set.copyOf(features);
    }
}
