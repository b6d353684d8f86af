package dev.brandingbot.cog.daemon;

import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.sync.SyncReport;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the reports of checks: each finding and each problem once, when it appears. Thread-safe. */
final class SyncReportLogger {
    private static final Logger log = LoggerFactory.getLogger(SyncReportLogger.class);

    private Set<Finding> known = Set.of();
    private List<String> alert = List.of();

    synchronized void log(SyncReport report) {
        log.debug("A check ended. inSync={} report={}", report.isInSync(), report.summaryLines());
        if (!(report instanceof SyncReport.NotDecided)) {
            logFindings(report.findings());
        }
        var sentences = report.isInSync() ? List.<String>of() : report.summaryLines();
        if (!sentences.isEmpty() && !sentences.equals(alert)) {
            log.warn("The server is not up to date; retrying within minutes. report={}", sentences);
        }
        alert = sentences;
    }

    private void logFindings(List<Finding> findings) {
        findings.stream()
                .filter(finding -> !known.contains(finding))
                .forEach(finding -> log.warn(
                        "{} severity={} code={} path={}",
                        finding.text(),
                        finding.severity(),
                        finding.code(),
                        finding.path()));
        known = Set.copyOf(findings);
    }
}
