package dev.brandingbot.app;

import java.io.PrintWriter;
import java.util.List;

/** Prints error messages for a terminal of 80 columns. The second and later lines of a message are indented. */
final class ErrorPrinter {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private ErrorPrinter() {}

    /**
     * Prints a message.
     *
     * @param message one paragraph
     * @param err the standard error
     */
    static void print(String message, PrintWriter err) {
        List<String> lines = LineWrap.wrap(message, WIDTH - INDENT.length());
        err.println(lines.get(0));
        lines.stream().skip(1).map(INDENT::concat).forEach(err::println);
    }
}
