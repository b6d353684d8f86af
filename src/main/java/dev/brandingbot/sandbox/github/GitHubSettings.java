package dev.brandingbot.sandbox.github;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a stand-in starts with.
 *
 * @param port the port, or 0 for any that is free
 * @param folder the folder that is the repository's root: the one that holds {@code events/}
 * @param repository the repository's name, {@code owner/name}
 * @param branch the only branch
 * @param token the token that is taken; requests without one are taken too, only fewer
 * @param clock decides when the request limit is full again
 */
public record GitHubSettings(
        int port, Path folder, String repository, String branch, Optional<String> token, Clock clock) {
    /** The repository's name in {@link #of}. */
    public static final String REPOSITORY = "sandbox/branding";
    /** Its branch there. */
    public static final String BRANCH = "main";

    /** A folder as {@code sandbox/branding} on any port, without a token, by the system's clock. */
    public static GitHubSettings of(Path folder) {
        return new GitHubSettings(0, folder, REPOSITORY, BRANCH, Optional.empty(), Clock.systemUTC());
    }

    /** The same with a token that is taken. */
    public GitHubSettings withToken(String token) {
        return new GitHubSettings(port, folder, repository, branch, Optional.of(token), clock);
    }

    /** The same by another clock. */
    public GitHubSettings withClock(Clock clock) {
        return new GitHubSettings(port, folder, repository, branch, token, clock);
    }

    @Override
    public String toString() {
        return "GitHubSettings[folder=" + folder + ", repository=" + repository + "@" + branch + "]";
    }
}
