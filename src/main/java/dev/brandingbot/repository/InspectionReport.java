package dev.brandingbot.repository;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.InspectedEvent;
import java.util.List;
import java.util.Optional;

/**
 * A close look at a branding repository, for those who write it.
 *
 * @param events every event's folder, by path
 * @param findings what is wrong, errors first, then by path and line
 * @param unreadPaths the paths of the images whose bytes could not be looked at
 * @param obstacle why they could not, in a sentence; nothing when all were looked at
 */
public record InspectionReport(
        List<InspectedEvent> events, List<Finding> findings, List<String> unreadPaths, Optional<String> obstacle) {
    public InspectionReport {
        events = List.copyOf(events);
        findings = List.copyOf(findings);
        unreadPaths = List.copyOf(unreadPaths);
    }

    /** Whether every event can be shown. */
    public boolean isValid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
