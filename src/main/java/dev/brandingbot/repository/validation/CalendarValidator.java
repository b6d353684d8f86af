package dev.brandingbot.repository.validation;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.MetaFile;
import dev.brandingbot.repository.source.RepositoryTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Validates the events of a repository together: fallbacks, overlaps, and dates that run out. */
public final class CalendarValidator {
    private CalendarValidator() {}

    /**
     * Returns the findings. Moving dates are checked in this year and the next.
     *
     * @param today the day in UTC
     */
    public static List<Finding> validate(List<BrandingEvent> events, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var fallbacks = events.stream()
                .filter(BrandingEvent::isFallback)
                .map(BrandingEvent::path)
                .sorted()
                .toList();
        if (fallbacks.isEmpty()) {
            findings.add(FindingCode.NO_FALLBACK.finding(
                    RepositoryTree.ROOT,
                    "No event is a fallback, so the last event's branding stays until the next one starts. Add"
                            + " `fallback: true` to one event's `meta.md`."));
        }
        fallbacks.stream()
                .skip(1)
                .map(path -> multipleFallbacks(path, fallbacks.get(0)))
                .forEach(findings::add);
        findings.addAll(OverlapDetector.findings(events, today));
        findings.addAll(DatesRunOutCheck.findings(events, today));
        return findings;
    }

    private static Finding multipleFallbacks(String path, String winner) {
        return FindingCode.MULTIPLE_FALLBACKS.finding(
                path + "/" + MetaFile.NAME,
                "Unused: " + winner + " is also a fallback and sorts first. Keep `fallback: true` in one event only.");
    }
}
