package dev.brandingbot.repository.github;

import java.time.Duration;

/**
 * How long GitHub is given.
 *
 * @param attempts how often a request is sent at most when it fails in a way that may pass
 * @param firstDelay the pause after the first failure; each further one is twice as long, give or take a quarter
 * @param maxDelay the longest of these pauses
 * @param maxRetryAfter the longest time that a rate limit may tell to wait for it to be waited out
 * @param requestTimeout how long one request of a fetch may take in all
 * @param fetchTimeout how long a whole fetch of the repository, or the download of an image, may take with all its retries
 */
record GitHubTimeouts(
        int attempts,
        Duration firstDelay,
        Duration maxDelay,
        Duration maxRetryAfter,
        Duration requestTimeout,
        Duration fetchTimeout) {
    /** What suits GitHub: a request that fails at once each time is given up after about 8 seconds. */
    static final GitHubTimeouts DEFAULTS = new GitHubTimeouts(
            5,
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));
}
