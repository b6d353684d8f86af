package dev.brandingbot.repository.github;

import java.io.IOException;
import java.time.Duration;

/** Thrown if a rate limit ends soon enough to delay for it before the next attempt. */
final class GitHubRateLimitException extends IOException {
    private final Duration delay;

    GitHubRateLimitException(Duration delay) {
        super("GitHub asked to delay for " + delay.toSeconds() + " s");
        this.delay = delay;
    }

    /** Returns the minimum delay before the next attempt. */
    Duration delay() {
        return delay;
    }
}
