package dev.brandingbot.repository.finding;

import static java.util.Comparator.comparing;

import dev.brandingbot.support.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong with the content of the branding repository. It stays until its authors mend it, so nothing is tried
 * again because of it.
 *
 * @param severity whether the event is left out
 * @param code what is wrong, in kebab case: a name that stays, for scripts
 * @param path the file or folder that is meant, fit to be shown in a line
 * @param line the line of the file that is meant, from 1, where it is one
 * @param message what is wrong with which value, and how to mend it, in whole sentences fit to be shown in a line
 */
public record Finding(Severity severity, String code, String path, Optional<Integer> line, String message) {
    public Finding {
        path = SafeText.toSingleLine(path);
        message = SafeText.toSingleLine(message);
    }

    /** What a finding means for its event. */
    public enum Severity {
        /** The event cannot be used and is left out. */
        ERROR,
        /** The event is used all the same. */
        WARNING
    }

    /** A finding for which its event is left out. */
    public static Finding error(String code, String path, String message) {
        return new Finding(Severity.ERROR, code, path, Optional.empty(), message);
    }

    /** A finding in spite of which its event is used. */
    public static Finding warning(String code, String path, String message) {
        return new Finding(Severity.WARNING, code, path, Optional.empty(), message);
    }

    /** This finding, in a line of its file. */
    public Finding atLine(int number) {
        return new Finding(severity, code, path, Optional.of(number), message);
    }

    /** This finding about something in spite of which the event is used. */
    public Finding asWarning() {
        return new Finding(Severity.WARNING, code, path, line, message);
    }

    /** Sorts findings: errors first, then by path and line. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(comparing(Finding::severity)
                        .thenComparing(Finding::path)
                        .thenComparing(finding -> finding.line().orElse(0)))
                .toList();
    }

    /** The message, with the line before it where there is one: {@code Line 2: …}. */
    public String text() {
        return line.map(number -> "Line " + number + ": " + message).orElse(message);
    }

    /** Whether the event is left out because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
