package dev.brandingbot.sync.guild;

import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a guild supports and permits.
 *
 * @param isAvailable whether the bot is in the guild and the guild is available
 * @param canManage whether the bot has Manage Server, which changing the icon and the banner needs
 * @param hasBanner whether the guild has the feature BANNER
 * @param hasAnimatedIcon whether the guild has the feature ANIMATED_ICON
 * @param hasAnimatedBanner whether the guild has the feature ANIMATED_BANNER
 * @param hasChangelog whether there is a channel to announce in
 */
public record GuildCapabilities(
        boolean isAvailable,
        boolean canManage,
        boolean hasBanner,
        boolean hasAnimatedIcon,
        boolean hasAnimatedBanner,
        boolean hasChangelog) {
    /** Why nothing can be done in a guild that is not there. */
    public static final String UNAVAILABLE = "Discord is not serving this server right now, or the bot is not in it.";

    /** The capabilities of an unavailable guild. It has a changelog, so that a due announcement waits. */
    public static final GuildCapabilities NONE = new GuildCapabilities(false, false, false, false, false, true);

    /** Why nothing can be changed in the guild; empty if nothing prevents it. */
    public Optional<String> blockingReason() {
        if (!isAvailable) {
            return Optional.of(UNAVAILABLE);
        }
        return canManage
                ? Optional.empty()
                : Optional.of("The bot lacks the permission Manage Server. Give it to one of the bot's roles.");
    }

    /** Whether the guild shows assets of this kind. */
    public boolean supports(AssetKind kind) {
        return kind == AssetKind.ICON || hasBanner;
    }

    /** The kinds of assets that the guild shows; all kinds while the guild is unavailable. */
    public Set<AssetKind> shown() {
        return Stream.of(AssetKind.values())
                .filter(kind -> !isAvailable || supports(kind))
                .collect(toSet());
    }

    /** Whether the guild shows animated assets of this kind. */
    public boolean supportsAnimated(AssetKind kind) {
        return switch (kind) {
            case BANNER -> hasAnimatedBanner;
            case ICON -> hasAnimatedIcon;
        };
    }
}
