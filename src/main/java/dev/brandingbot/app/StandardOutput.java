package dev.brandingbot.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine.Help.Ansi;

/**
 * The program's standard output.
 *
 * @param bytes writes bytes unchanged
 * @param isTerminal whether it is a terminal
 * @param usesColors whether ANSI color codes are supported and wanted
 */
record StandardOutput(OutputStream bytes, boolean isTerminal, boolean usesColors) {
    /** Returns the standard output of the process. Picocli decides about colors, by the terminal and {@code NO_COLOR}. */
    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isConsoleTerminal(), Ansi.AUTO.enabled());
    }

    /** Since JDK 22 there may be a console without a terminal; a method of that version distinguishes the two. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsoleTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }
}
