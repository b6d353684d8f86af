package dev.brandingbot.app.settings;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.util.stream.Stream;

/**
 * What the locale of this process does to text outside ASCII: Java reads and writes file names, arguments and variables in the
 * encoding of the locale, whatever {@code file.encoding} says. In the locale C, which slim images, cron and systemd have, that is
 * ASCII.
 */
public final class LocaleEncoding {
    private static final char REPLACEMENT = '\ufffd';

    private LocaleEncoding() {}

    /** What to do, as one line for the operator. */
    public static String remedy() {
        return "This process can't handle names and values outside ASCII, because its locale has the encoding "
                + System.getProperty("sun.jnu.encoding")
                + ": set LC_ALL=C.UTF-8 in its environment and start it again.";
    }

    /** Whether part of {@code text} was lost when Java read it. */
    public static boolean isGarbled(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** Whether a file can have the name {@code name} here. */
    public static boolean canName(String name) {
        var encoding = System.getProperty("sun.jnu.encoding");
        return isWindows()
                || encoding == null
                || Charset.forName(encoding).newEncoder().canEncode(name);
    }

    /** Whether {@code failure} comes from a file name that can't be written in this locale. */
    public static boolean caused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof InvalidPathException invalid && !canName(invalid.getInput()));
    }

    /** It stores names in UTF-16. */
    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
