package dev.brandingbot.cog;

import dev.brandingbot.cog.discord.GuildRequirements;
import dev.brandingbot.cog.discord.MissingRequirement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each missing requirement once, when it appears. Thread-safe. */
final class RequirementLog {
    private static final Logger log = LoggerFactory.getLogger(RequirementLog.class);

    private final long guildId;
    private final GuildRequirements requirements;
    private List<MissingRequirement> last = List.of();

    RequirementLog(long guildId, GuildRequirements requirements) {
        this.guildId = guildId;
        this.requirements = requirements;
    }

    GuildRequirements requirements() {
        return requirements;
    }

    /** The missing requirements as plain text. */
    List<String> sentences() {
        return requirements.missing().stream().map(MissingRequirement::sentence).toList();
    }

    /** Logs the requirements that are missing now and were not before. */
    synchronized void log() {
        var missing = requirements.missing();
        missing.stream()
                .filter(requirement -> !last.contains(requirement))
                .forEach(
                        requirement -> log.warn("{} guild={}", requirement.sentence(), Long.toUnsignedString(guildId)));
        last = missing;
    }
}
