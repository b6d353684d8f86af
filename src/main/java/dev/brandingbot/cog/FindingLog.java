package dev.brandingbot.cog;

import dev.brandingbot.repository.Finding;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each finding once, when it appears, not at every look. Safe for use by several threads. */
final class FindingLog {
    private static final Logger log = LoggerFactory.getLogger(FindingLog.class);

    private Set<Finding> known = Set.of();

    synchronized void log(List<Finding> findings) {
        findings.stream()
                .filter(finding -> !known.contains(finding))
                .forEach(finding -> log.warn(
                        "{} severity={} code={} path={}",
                        finding.message(),
                        finding.severity(),
                        finding.code(),
                        finding.path()));
        known = Set.copyOf(findings);
    }
}
