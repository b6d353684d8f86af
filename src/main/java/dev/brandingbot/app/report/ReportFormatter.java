package dev.brandingbot.app.report;

import dev.brandingbot.repository.InspectionReport;
import java.io.PrintWriter;

/** Prints the result of inspecting a branding repository. */
public interface ReportFormatter {
    /**
     * Prints the whole report.
     *
     * @param inspection the result
     * @param out the standard output
     */
    void print(InspectionReport inspection, PrintWriter out);
}
