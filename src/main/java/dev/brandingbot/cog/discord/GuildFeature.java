package dev.brandingbot.cog.discord;

import java.util.Set;
import java.util.stream.Stream;

/** The features of a guild by which branding goes. Discord gives them with boosts, and takes them with these. */
public enum GuildFeature {
    BANNER("no banner can be applied"),
    ANIMATED_ICON("icons are not animated"),
    ANIMATED_BANNER("banners are not animated");

    private final String loss;

    GuildFeature(String loss) {
        this.loss = loss;
    }

    /** What it means that it is missing, in the middle of a sentence. */
    String loss() {
        return loss;
    }

    /** Whether the guild has it. */
    boolean isIn(Set<String> features) {
        return features.contains(name());
    }

    /** Whether one of these came or went. */
    public static boolean haveChanged(Set<String> before, Set<String> now) {
        return Stream.of(values()).anyMatch(feature -> feature.isIn(before) != feature.isIn(now));
    }
}
