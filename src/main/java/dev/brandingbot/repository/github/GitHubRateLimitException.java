package dev.brandingbot.repository.github;

import java.io.IOException;
import java.time.Duration;

/** GitHub says to send this request again after a while that is short enough to wait for. */
final class GitHubRateLimitException extends IOException {
    private final Duration wait;

    GitHubRateLimitException(Duration wait) {
        super("GitHub asked to wait for " + wait.toSeconds() + " s");
        this.wait = wait;
    }

    /** How long to wait at least. */
    Duration waitFor() {
        return wait;
    }
}
