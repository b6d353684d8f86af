package dev.brandingbot.cog.command;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.guild.ManualChangeDetector;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong in the guild, whatever the repository says. Blocks on Redis and perhaps on Discord.
 *
 * @param requirements what the guild needs
 * @param changes finds images that the bot did not apply
 */
public record RepositoryInspection(GuildRequirements requirements, ManualChangeDetector changes) {
    /** What the guild lacks, with its features. */
    List<MissingRequirement> missing() {
        return Stream.concat(requirements.missing().stream(), requirements.missingFeatures().stream())
                .toList();
    }

    /** The kinds whose image was changed manually. */
    Set<AssetKind> manualChanges() {
        return changes.detect();
    }
}
