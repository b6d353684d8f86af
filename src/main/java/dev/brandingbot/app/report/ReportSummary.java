package dev.brandingbot.app.report;

import dev.brandingbot.repository.InspectionReport;
import dev.brandingbot.repository.finding.Finding;
import java.util.Locale;

/** Formats the last line of a report, with the numbers of events, images and findings. */
final class ReportSummary {
    private ReportSummary() {}

    /** Returns the line. */
    static String format(InspectionReport inspection) {
        var images = inspection.events().stream()
                .mapToInt(event -> event.banners().size() + event.icons().size())
                .sum();
        return count(inspection.events().size(), "event") + " with " + count(images, "image") + ": "
                + verdict(inspection);
    }

    /** Like {@code 1 event} or {@code 1,000 events}. */
    static String count(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String verdict(InspectionReport inspection) {
        var findings = inspection.findings();
        if (findings.isEmpty()) {
            return "no problems.";
        }
        var errors = findings.stream().filter(Finding::isError).count();
        var leftOut =
                inspection.events().stream().filter(event -> !event.isValid()).count();
        return (errors == 0 ? "no errors" : count(errors, "error")) + ", " + count(findings.size() - errors, "warning")
                + (leftOut == 0 ? "." : "; " + count(leftOut, "event") + " left out.");
    }
}
