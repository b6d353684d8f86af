package dev.brandingbot.cog.modlog;

import dev.brandingbot.support.SafeText;
import dev.brandingbot.support.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A problem that moderators should know about, with what to do about it.
 *
 * @param source which part of a check found it
 * @param id identifies the problem within its source, whatever its text says
 * @param urgency when to send it
 * @param headline what has the problem, as one line of Markdown
 * @param text what is wrong and what to do, in one line
 * @param finding details of a finding in the repository; empty for other alerts
 */
public record Alert(
        AlertSource source,
        String id,
        Urgency urgency,
        String headline,
        String text,
        Optional<FindingDetails> finding) {
    private static final int MAX_TEXT_LENGTH = 400;

    public Alert {
        id = SafeText.toSingleLine(id);
        headline = SafeText.toSingleLine(headline);
        text = Texts.cut(SafeText.toSingleLine(text), MAX_TEXT_LENGTH);
    }

    /** An alert that is not about a finding in the repository. */
    public Alert(AlertSource source, String id, Urgency urgency, String headline, String text) {
        this(source, id, urgency, headline, text, Optional.empty());
    }

    /**
     * Details of a finding in the repository.
     *
     * @param isError whether the event is left out because of it
     * @param line the line of the file, from 1, or 0 if the finding is about the whole file or folder
     * @param path the path of the file or folder
     */
    public record FindingDetails(boolean isError, int line, String path) {
        private static final Pattern FORMAT = Pattern.compile("(error|warning) (\\d{1,9}) (.*)");

        /** Reads what {@link #text} wrote; empty if {@code text} is anything else. */
        static Optional<FindingDetails> parse(String text) {
            var match = FORMAT.matcher(text);
            return match.matches()
                    ? Optional.of(new FindingDetails(
                            match.group(1).equals("error"), Integer.parseInt(match.group(2)), match.group(3)))
                    : Optional.empty();
        }

        /** The details as one line of text. */
        String text() {
            return "%s %s %s".formatted(isError ? "error" : "warning", line, path);
        }
    }

    /** When an alert is sent. */
    public enum Urgency {
        /** At the first check that finds the problem. */
        AT_ONCE,
        /** Once the problem has lasted for a while, because it may resolve itself. */
        IF_IT_LASTS,
        /** At the first check that finds the problem. Not every check can find it, so it is never reported as resolved. */
        IN_PASSING,
        /** Together with other alerts, or after a quiet hour, because members don't notice the problem. */
        WHEN_QUIET
    }

    /** Whether the alert is about an error in the repository. */
    boolean isError() {
        return finding.filter(FindingDetails::isError).isPresent();
    }

    /** The path that the alert is about; empty if it is not about the repository. */
    String path() {
        return finding.map(FindingDetails::path).orElse("");
    }

    /** The line of the file that the alert is about, from 1, or 0. */
    int line() {
        return finding.map(FindingDetails::line).orElse(0);
    }

    /** Whether the alert only recommends an improvement. */
    boolean isRecommendation() {
        return urgency == Urgency.WHEN_QUIET;
    }

    /** Identifies the problem: equal for two alerts about the same one. */
    String key() {
        return source + " " + id;
    }
}
