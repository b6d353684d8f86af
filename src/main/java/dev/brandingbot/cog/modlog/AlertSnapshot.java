package dev.brandingbot.cog.modlog;

import java.util.List;
import java.util.Set;

/**
 * The alerts of one check.
 *
 * @param sources the sources that were checked; problems of other sources may persist
 * @param alerts the current problems of these sources
 */
public record AlertSnapshot(Set<AlertSource> sources, List<Alert> alerts) {
    public AlertSnapshot {
        sources = Set.copyOf(sources);
        alerts = List.copyOf(alerts);
    }
}
