package dev.brandingbot.repository.github;

import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.support.FailureReason;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP client for GitHub's REST API. Sends the token unless GitHub rejected it, retries transient failures, and
 * respects rate limits. Thread-safe.
 */
final class GitHubClient {
    private static final Logger log = LoggerFactory.getLogger(GitHubClient.class);

    private static final String USER_AGENT = "branding-bot";
    private static final String API_VERSION = "2022-11-28";
    private static final double JITTER = 0.25;
    private static final int MAX_RATE_LIMIT_WAITS = 2;

    /** Upper limit for the duration that is passed to Failsafe, where longer ones overflow. */
    private static final Duration MAX_FETCH_DURATION = Duration.ofDays(1);

    /** How long a rejected token is not sent. It is tried again later, in case GitHub rejected it by mistake. */
    private static final Duration TOKEN_RETRY_DELAY = Duration.ofHours(1);

    private final String repository;
    private final Optional<String> token;
    private final OkHttpClient client;
    private final Clock clock;
    private final GitHubTimeouts timeouts;
    private final RetryPolicy<Object> retryAfterPolicy = retryAfterPolicy();
    private final RetryPolicy<Object> retryPolicy;
    private final AtomicReference<Instant> tokenRejectedUntil = new AtomicReference<>(Instant.MIN);
    private final AtomicInteger rateLimitsWithoutDelay = new AtomicInteger();
    private final RequestBudget budget = new RequestBudget();
    private final AtomicReference<@Nullable RateLimitStatus> rateLimit = new AtomicReference<>();

    /**
     * @param repository the name for messages: {@code owner/name@branch}
     * @param client the client whose connections are shared; not closed here
     */
    GitHubClient(String repository, Optional<String> token, OkHttpClient client, Clock clock, GitHubTimeouts timeouts) {
        this.repository = repository;
        this.token = token;
        this.client = client.newBuilder()
                .cache(null)
                .followRedirects(true)
                .followSslRedirects(false)
                // Retries count toward the budget, so this class sends them itself.
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(10))
                .build();
        this.clock = clock;
        this.timeouts = timeouts;
        this.retryPolicy = retryPolicy();
    }

    /**
     * Reads a response with status 2xx or 304. Throws an {@link IOException} if the response is invalid, so that the
     * request is retried.
     */
    interface ResponseReader<T> {
        T read(Response response) throws IOException;
    }

    /**
     * Sends a GET request, with retries. Blocks until {@code deadline} at most.
     *
     * @param request the request without the headers that all requests have
     * @param timeout the limit for one attempt, including its body
     * @param deadline the end of all attempts and the delays between them
     * @param reader reads the response
     * @return what {@code reader} returned
     * @throws RepositoryUnavailableException if GitHub rejects the request, or if the last attempt fails or the
     *     deadline passes
     */
    <T> T get(Request request, Duration timeout, Deadline deadline, ResponseReader<T> reader)
            throws RepositoryUnavailableException {
        if (deadline.remaining().compareTo(timeouts.firstDelay()) <= 0) {
            throw new RepositoryUnavailableException(timeoutMessage(), Optional.empty());
        }
        try {
            return Failsafe.with(retryAfterPolicy, retryPolicyUntil(deadline))
                    .get(() -> attempt(request, timeout, deadline, reader));
        } catch (FailsafeException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IOException && deadline.hasPassed()) {
                throw new RepositoryUnavailableException(timeoutMessage(), Optional.empty(), cause);
            }
            throw unavailable(cause);
        }
    }

    /**
     * Returns a policy that starts no attempt after the deadline. Attempts end by their own timeout: interrupting the
     * thread from a timer could hit unrelated work.
     */
    private RetryPolicy<Object> retryPolicyUntil(Deadline deadline) {
        return RetryPolicy.builder(retryPolicy.getConfig())
                .withMaxDuration(deadline.limit(MAX_FETCH_DURATION))
                .build();
    }

    /** Returns the rate limit from the last response; empty before the first one. */
    Optional<RateLimitStatus> rateLimit() {
        return Optional.ofNullable(rateLimit.get());
    }

    /** Cancels running requests that have this tag. */
    void cancel(Object tag) {
        client.dispatcher().runningCalls().stream()
                .filter(call -> call.request().tag() == tag)
                .forEach(call -> call.cancel());
    }

    private <T> T attempt(Request request, Duration timeout, Deadline deadline, ResponseReader<T> reader)
            throws IOException, RepositoryUnavailableException {
        var usesToken = usesToken();
        if (!usesToken) {
            acquireFromBudget();
        }
        var call = client.newCall(withHeaders(request, usesToken));
        call.timeout().timeout(deadline.limit(timeout).toNanos(), TimeUnit.NANOSECONDS);
        try (var response = call.execute()) {
            if (!usesToken) {
                updateBudget(response);
            }
            RateLimitHeaders.rateLimit(response.headers(), clock).ifPresent(this::recordRateLimit);
            if (response.isSuccessful() || response.code() == 304) {
                rateLimitsWithoutDelay.set(0);
                return reader.read(response);
            }
            if (response.code() != 401 || !usesToken) {
                throw failure(response, deadline);
            }
        }
        tokenRejectedUntil.set(clock.instant().plus(TOKEN_RETRY_DELAY));
        log.warn(
                "GitHub rejected the token: it is wrong or has expired. Continuing without it, with 60 requests an"
                        + " hour; set a valid token, or none. repository={}",
                repository);
        return attempt(request, timeout, deadline, reader);
    }

    /**
     * Responses to concurrent requests arrive in any order; until the next reset, the lowest remaining count is right.
     */
    private void recordRateLimit(RateLimitStatus status) {
        rateLimit.updateAndGet(known -> known == null ? status : status.min(known));
    }

    private void acquireFromBudget() throws RepositoryUnavailableException {
        var now = clock.instant();
        var availableAt = budget.tryAcquire(now);
        if (availableAt.isPresent()) {
            throw limitReached(Duration.between(now, availableAt.get()));
        }
    }

    private void updateBudget(Response response) {
        RateLimitHeaders.requestsPerHour(response.headers()).ifPresent(budget::setLimit);
        for (var prior = response.priorResponse(); prior != null; prior = prior.priorResponse()) {
            budget.recordRedirect(clock.instant());
        }
    }

    /** Whether requests are sent with a token: one is set, and GitHub has not rejected it in the last hour. */
    boolean usesToken() {
        return token.isPresent() && !clock.instant().isBefore(tokenRejectedUntil.get());
    }

    private Request withHeaders(Request request, boolean usesToken) {
        var complete =
                request.newBuilder().header("User-Agent", USER_AGENT).header("X-GitHub-Api-Version", API_VERSION);
        token.filter(it -> usesToken).ifPresent(it -> complete.header("Authorization", "Bearer " + it));
        return complete.build();
    }

    private IOException failure(Response response, Deadline deadline)
            throws IOException, RepositoryUnavailableException {
        var message = GitHubErrors.message(response);
        var limit = RateLimitHeaders.retryDelay(response, message, clock, rateLimitsWithoutDelay.get());
        if (limit.isPresent()) {
            return rateLimited(response, limit.get(), deadline);
        }
        if (response.code() >= 500 || response.code() == 408) {
            return new IOException("status " + response.code());
        }
        throw new GitHubErrors(repository, token.isPresent(), token.isPresent() && !usesToken())
                .toException(response.code(), message);
    }

    private IOException rateLimited(Response response, Duration delay, Deadline deadline)
            throws RepositoryUnavailableException {
        if (!RateLimitHeaders.specifiesDelay(response)) {
            rateLimitsWithoutDelay.incrementAndGet();
        }
        if (delay.compareTo(deadline.limit(timeouts.maxRetryAfter())) <= 0) {
            return new GitHubRateLimitException(delay);
        }
        throw limitReached(delay);
    }

    private RepositoryUnavailableException limitReached(Duration delay) {
        var until = clock.instant().plus(delay);
        var remedy = usesToken() ? "" : " A GitHub token raises the limit from 60 to 5,000 requests an hour.";
        return new RepositoryUnavailableException(
                "GitHub rate limit reached for " + repository + " until " + GitHubErrors.formatTime(until) + "."
                        + remedy,
                Optional.of(until));
    }

    private RepositoryUnavailableException unavailable(Throwable cause) {
        if (cause instanceof RepositoryUnavailableException unavailable) {
            return unavailable;
        }
        if (cause instanceof GitHubRateLimitException limited) {
            return limitReached(limited.delay());
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new RepositoryUnavailableException(
                    "The fetch from GitHub was interrupted.", Optional.empty(), cause);
        }
        return new RepositoryUnavailableException(
                "All " + timeouts.attempts() + " requests to GitHub for " + repository + " failed ("
                        + FailureReason.of(cause) + "). This is usually temporary.",
                Optional.empty(),
                cause);
    }

    private String timeoutMessage() {
        return "GitHub did not send everything for %s within %s s. This is usually temporary."
                .formatted(repository, seconds(timeouts.fetchTimeout()));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private boolean isRetryAllowed() {
        return usesToken() || budget.tryAcquireRetry(clock.instant());
    }

    private static RetryPolicy<Object> retryAfterPolicy() {
        return RetryPolicy.builder()
                .handle(GitHubRateLimitException.class)
                .withMaxRetries(MAX_RATE_LIMIT_WAITS)
                .withDelayFn(context -> context.getLastException() instanceof GitHubRateLimitException limited
                        ? limited.delay()
                        : Duration.ZERO)
                .build();
    }

    private RetryPolicy<Object> retryPolicy() {
        return RetryPolicy.builder()
                .handleIf(failure -> failure instanceof IOException && !(failure instanceof GitHubRateLimitException))
                .abortIf((result, failure) -> failure != null && !isRetryAllowed())
                .withMaxAttempts(timeouts.attempts())
                .withBackoff(timeouts.firstDelay(), timeouts.maxDelay())
                .withJitter(JITTER)
                .onRetry(event -> log.debug(
                        "Retrying the request to GitHub. attempt={} failure={}",
                        event.getAttemptCount() + 1,
                        String.valueOf(event.getLastException())))
                .build();
    }
}
