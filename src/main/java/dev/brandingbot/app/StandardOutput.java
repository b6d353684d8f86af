package dev.brandingbot.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the program writes to.
 *
 * @param bytes takes bytes as they are
 * @param isTerminal whether a person reads it as it comes
 * @param isColoured whether ANSI's codes for colours are understood and wanted
 */
record StandardOutput(OutputStream bytes, boolean isTerminal, boolean isColoured) {
    /** That of the process. Whether colours are wanted is what picocli makes of the terminal, {@code NO_COLOR} and the like. */
    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isConsoleTerminal(), Ansi.AUTO.enabled());
    }

    /** Since JDK 22 there is a console where there is no terminal, too, and a method that tells. */
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
