package dev.brandingbot.cog.command;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.guild.ManualChangeDetector;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inspects the guild for missing requirements and manual changes. Blocks on Redis and possibly on Discord.
 *
 * @param requirements the requirements of the branding
 * @param changes finds images that the bot did not apply
 */
public record RepositoryInspection(GuildRequirements requirements, ManualChangeDetector changes) {
    /** The missing requirements, including features. */
    List<MissingRequirement> missing() {
        return Stream.concat(requirements.missing().stream(), requirements.missingFeatures().stream())
                .toList();
    }

    /** The kinds whose image was changed manually. */
    Set<AssetKind> manualChanges() {
        return changes.detect();
    }
}
