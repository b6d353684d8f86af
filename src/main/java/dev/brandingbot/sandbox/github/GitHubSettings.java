package dev.brandingbot.sandbox.github;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The settings of a fake GitHub server.
 *
 * @param port the port, or 0 for any free one
 * @param folder the repository's root: the folder that contains {@code events/}
 * @param repository the repository's name, {@code owner/name}
 * @param branch the only branch
 * @param token the valid token; requests without a token have a lower limit
 * @param clock the time for the rate limit
 */
public record GitHubSettings(
        int port, Path folder, String repository, String branch, Optional<String> token, Clock clock) {
    /** The repository's name in {@link #of}. */
    public static final String REPOSITORY = "sandbox/branding";
    /** The branch in {@link #of}. */
    public static final String BRANCH = "main";

    /** Returns settings for a folder as {@code sandbox/branding}, with any port, no token, and the system's clock. */
    public static GitHubSettings of(Path folder) {
        return new GitHubSettings(0, folder, REPOSITORY, BRANCH, Optional.empty(), Clock.systemUTC());
    }

    /** Returns a copy with a valid token. */
    public GitHubSettings withToken(String token) {
        return new GitHubSettings(port, folder, repository, branch, Optional.of(token), clock);
    }

    /** Returns a copy with another clock. */
    public GitHubSettings withClock(Clock clock) {
        return new GitHubSettings(port, folder, repository, branch, token, clock);
    }

    @Override
    public String toString() {
        return "GitHubSettings[folder=" + folder + ", repository=" + repository + "@" + branch + "]";
    }
}
