package dev.brandingbot.repository.github;

import java.time.Duration;

/**
 * Timeouts and retries for requests to GitHub.
 *
 * @param attempts the maximum number of attempts after transient failures
 * @param firstDelay the delay after the first failure; it doubles each time, with 25 % jitter
 * @param maxDelay the upper limit for that delay
 * @param maxRetryAfter the longest rate limit that is waited for; longer ones fail the request
 * @param requestTimeout the limit for one attempt, including its body
 * @param fetchTimeout the limit for a whole fetch, or for the download of one image, including retries
 */
record GitHubTimeouts(
        int attempts,
        Duration firstDelay,
        Duration maxDelay,
        Duration maxRetryAfter,
        Duration requestTimeout,
        Duration fetchTimeout) {
    /** The defaults: a request that fails immediately every time is abandoned after about 8 seconds. */
    static final GitHubTimeouts DEFAULTS = new GitHubTimeouts(
            5,
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));
}
