package dev.brandingbot.cog.modlog;

import java.util.List;
import java.util.Set;

/**
 * What one look around gave.
 *
 * @param sources what was looked at; of all else it is not known whether it is well
 * @param alerts what is wrong there
 */
public record AlertSnapshot(Set<AlertSource> sources, List<Alert> alerts) {
    public AlertSnapshot {
        sources = Set.copyOf(sources);
        alerts = List.copyOf(alerts);
    }
}
