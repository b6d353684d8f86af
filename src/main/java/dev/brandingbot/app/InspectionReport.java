package dev.brandingbot.app;

import dev.brandingbot.repository.Inspection;
import java.io.PrintWriter;

/** Prints the result of inspecting a branding repository. */
interface InspectionReport {
    /** Prints the whole report. */
    void print(Inspection inspection, PrintWriter out);
}
