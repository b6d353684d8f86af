package dev.brandingbot.testing;

import java.util.List;

/** Reads error messages that were wrapped for a terminal. */
public final class PrintedErrors {
    private PrintedErrors() {}

    /** Returns the messages, each in one line. */
    public static List<String> messages(Object printed) {
        return printed.toString().replaceAll("\\R {2}(?! )", " ").lines().toList();
    }
}
