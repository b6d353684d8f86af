package dev.brandingbot.app.settings;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;

/**
 * Detects text that the locale of this process can't represent. Java reads and writes file names, arguments and variables in the
 * encoding of the locale, regardless of {@code file.encoding}. In the locale C, the default in slim images, cron and systemd, that is
 * ASCII.
 */
public final class LocaleEncoding {
    private static final char REPLACEMENT = '\ufffd';

    private LocaleEncoding() {}

    /** Returns a message for the operator that says what to do. */
    public static String remedyMessage() {
        return "This process can't handle names and values outside ASCII, because its locale has the encoding "
                + System.getProperty("sun.jnu.encoding")
                + ": set LC_ALL=C.UTF-8 in its environment and start it again.";
    }

    /** Whether part of a text was lost when Java read it. */
    public static boolean isGarbled(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** Whether a file can have this name in this locale. */
    public static boolean canName(String name) {
        var encoding = System.getProperty("sun.jnu.encoding");
        return isWindows()
                || encoding == null
                || Charset.forName(encoding).newEncoder().canEncode(name);
    }

    /** Whether a failure was caused by a file name that can't be written in this locale. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof InvalidPathException invalid && !canName(invalid.getInput()));
    }

    /** Windows stores names in UTF-16. */
    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
