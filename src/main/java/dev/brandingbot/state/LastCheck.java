package dev.brandingbot.state;

import java.time.Instant;
import java.util.List;

/**
 * What the last synchronisation came to, for moderators; whichever copy of the bot made it.
 *
 * @param at when it ended
 * @param isInSync whether the guild showed what it should
 * @param summary what was done, or why nothing was
 * @param pending what is still to be done, and why
 * @param problems what was wrong with the repository, the first of many
 * @param problemCount how many there were
 */
public record LastCheck(
        Instant at,
        boolean isInSync,
        List<String> summary,
        List<String> pending,
        List<RecordedFinding> problems,
        int problemCount) {
    /** As many as a moderator may see, and a few more. */
    private static final int MAX_PROBLEMS = 20;

    public LastCheck {
        summary = List.copyOf(summary);
        pending = List.copyOf(pending);
        problems = problems.stream().limit(MAX_PROBLEMS).toList();
    }

    /**
     * Something wrong with the repository.
     *
     * @param isError whether an event is left out because of it
     * @param path the file or folder that is meant
     * @param message what is wrong, and how to mend it
     */
    public record RecordedFinding(boolean isError, String path, String message) {}
}
