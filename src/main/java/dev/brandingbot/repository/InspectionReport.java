package dev.brandingbot.repository;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.InspectedEvent;
import java.util.List;
import java.util.Optional;

/**
 * A The result of a detailed check of a branding repository, for its authors.
 *
 * @param events every event's folder, by path
 * @param findings the findings, errors first, then by path and line
 * @param unreadPaths the paths of the images whose content could not be read
 * @param obstacle why they could not be read, as a sentence; empty if all were
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
