package dev.brandingbot.app;

import dev.brandingbot.repository.Inspection;
import java.io.PrintWriter;

/** A form in which to say what a close look at a branding repository showed. */
interface InspectionReport {
    /** Prints the whole report. */
    void print(Inspection inspection, PrintWriter out);
}
