package dev.brandingbot.cog.modlog;

import java.util.List;
import java.util.Set;

/**
 * What one look around gave.
 *
 * @param areas what was looked at; of all else it is not known whether it is well
 * @param troubles what is wrong there
 */
public record AlertSnapshot(Set<AlertSource> areas, List<Alert> troubles) {
    public AlertSnapshot {
        areas = Set.copyOf(areas);
        troubles = List.copyOf(troubles);
    }
}
