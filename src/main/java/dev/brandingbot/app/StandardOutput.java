package dev.brandingbot.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine.Help.Ansi;

/**
 * The program's standard output.
 *
 * @param bytes takes bytes unchanged
 * @param isTerminal whether it is a terminal
 * @param isColoured whether ANSI color codes are supported and wanted
 */
record StandardOutput(OutputStream bytes, boolean isTerminal, boolean isColoured) {
    /** The standard output of the process. Picocli decides about colors, by the terminal and {@code NO_COLOR}. */
    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isConsoleTerminal(), Ansi.AUTO.enabled());
    }

    /** Since JDK 22 there is a console without a terminal, too, and a method to tell them apart. */
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
