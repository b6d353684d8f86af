package dev.brandingbot.repository.finding;

import static java.util.Comparator.comparing;

import dev.brandingbot.support.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * A problem with the content of the branding repository. It remains until the authors fix it, so it is never retried.
 *
 * @param severity whether the event is left out because of it
 * @param code the stable code of the problem, in kebab case
 * @param path the file or folder, sanitized to a single line
 * @param line the line of the file, from 1, if the finding is about one
 * @param message what is wrong with which value, and how to fix it, in sentences on a single line
 */
public record Finding(Severity severity, String code, String path, Optional<Integer> line, String message) {
    public Finding {
        path = SafeText.toSingleLine(path);
        message = SafeText.toSingleLine(message);
    }

    /** The effect of a finding on its event. */
    public enum Severity {
        /** The event is left out. */
        ERROR,
        /** The event is used. */
        WARNING
    }

    /** A Returns a finding that leaves its event out. */
    public static Finding error(String code, String path, String message) {
        return new Finding(Severity.ERROR, code, path, Optional.empty(), message);
    }

    /** A Returns a finding with which its event is still used. */
    public static Finding warning(String code, String path, String message) {
        return new Finding(Severity.WARNING, code, path, Optional.empty(), message);
    }

    /** Returns this finding for a line of its file, from 1. */
    public Finding atLine(int number) {
        return new Finding(severity, code, path, Optional.of(number), message);
    }

    /** Returns this finding as a warning. */
    public Finding asWarning() {
        return new Finding(Severity.WARNING, code, path, line, message);
    }

    /** Returns findings sorted: errors first, then by path and line. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(comparing(Finding::severity)
                        .thenComparing(Finding::path)
                        .thenComparing(finding -> finding.line().orElse(0)))
                .toList();
    }

    /** Returns the message, prefixed with the line if there is one: {@code Line 2: …}. */
    public String text() {
        return line.map(number -> "Line " + number + ": " + message).orElse(message);
    }

    /** Whether the event is left out because of this finding. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
