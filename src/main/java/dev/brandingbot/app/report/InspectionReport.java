package dev.brandingbot.app.report;

import dev.brandingbot.repository.Inspection;
import java.io.PrintWriter;

/** Prints the result of inspecting a branding repository. */
public interface InspectionReport {
    /** Prints the whole report. */
    void print(Inspection inspection, PrintWriter out);
}
