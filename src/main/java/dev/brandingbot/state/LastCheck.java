package dev.brandingbot.state;

import java.time.Instant;
import java.util.List;

/**
 * The result of the last check, for moderators, whichever instance ran it.
 *
 * @param at when it ended
 * @param isInSync whether the server had the right branding afterwards
 * @param summary what was done, or why nothing was, a sentence each
 * @param pending what was not done yet, and why
 * @param problems the first problems of the repository
 * @param problemCount how many problems there were
 */
public record LastCheck(
        Instant at,
        boolean isInSync,
        List<String> summary,
        List<String> pending,
        List<RecordedFinding> problems,
        int problemCount) {
    /** More than an answer shows. */
    private static final int MAX_PROBLEMS = 20;

    public LastCheck {
        summary = List.copyOf(summary);
        pending = List.copyOf(pending);
        problems = problems.stream().limit(MAX_PROBLEMS).toList();
    }

    /**
     * A problem of the repository.
     *
     * @param isError whether an event is left out because of it
     * @param path the file or folder
     * @param message what is wrong, and how to fix it
     */
    public record RecordedFinding(boolean isError, String path, String message) {}
}
