package dev.brandingbot.cog.discord;

import java.util.Set;
import java.util.stream.Stream;

/** The features of a guild that the branding depends on. Discord adds and removes them with boosts. */
public enum GuildFeature {
    BANNER("no banner can be applied"),
    ANIMATED_ICON("icons are not animated"),
    ANIMATED_BANNER("banners are not animated");

    private final String loss;

    GuildFeature(String loss) {
        this.loss = loss;
    }

    /** What does not work without the feature, as part of a sentence. */
    String loss() {
        return loss;
    }

    /** Whether the feature is among {@code features}. */
    boolean isIn(Set<String> features) {
        return features.contains(name());
    }

    /** Whether one of these features was added or removed. */
    public static boolean haveChanged(Set<String> before, Set<String> now) {
        return Stream.of(values()).anyMatch(feature -> feature.isIn(before) != feature.isIn(now));
    }
}
