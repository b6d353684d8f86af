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
 * Sends requests to GitHub's REST API: with the token where it is valid, again when a failure may pass, and not before the
 * time that GitHub names. Safe for use by several threads.
 */
final class GitHubClient {
    private static final Logger log = LoggerFactory.getLogger(GitHubClient.class);

    private static final String USER_AGENT = "branding-bot";
    private static final String API_VERSION = "2022-11-28";
    private static final double JITTER = 0.25;
    private static final int WAITS = 2;

    /** No fetch takes longer; longer ones than this would overflow in Failsafe. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** How long a token that was refused is left out, so that a slip of GitHub's does not last. */
    private static final Duration TOKEN_REFUSED_FOR = Duration.ofHours(1);

    private final String repository;
    private final Optional<String> token;
    private final OkHttpClient client;
    private final Clock clock;
    private final GitHubTimeouts patience;
    private final RetryPolicy<Object> retryAfterPolicy = retryAfterPolicy();
    private final RetryPolicy<Object> retryPolicy;
    private final AtomicReference<Instant> tokenRefusedUntil = new AtomicReference<>(Instant.MIN);
    private final AtomicInteger limitsWithoutTime = new AtomicInteger();
    private final RequestBudget budget = new RequestBudget();
    private final AtomicReference<@Nullable RateLimitStatus> rateLimit = new AtomicReference<>();

    /**
     * @param repository named in messages
     * @param client lent
     */
    GitHubClient(String repository, Optional<String> token, OkHttpClient client, Clock clock, GitHubTimeouts patience) {
        this.repository = repository;
        this.token = token;
        this.client = client.newBuilder()
                .cache(null)
                .followRedirects(true)
                .followSslRedirects(false)
                // What is sent again is counted, so it is sent again here.
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(10))
                .build();
        this.clock = clock;
        this.patience = patience;
        this.retryPolicy = retryPolicy();
    }

    /** Makes what is wanted of an answer with status 2xx or 304; an IOException means that the answer is not to be trusted. */
    interface ResponseReader<T> {
        T read(Response response) throws IOException;
    }

    /**
     * Gets something.
     *
     * @param request complete but for what every request needs
     * @param timeout how long one attempt may take in all
     * @param deadline the end of all attempts, and of the pauses between them
     * @throws RepositoryUnavailableException if GitHub refuses, or still fails after the last attempt or at the deadline
     */
    <T> T get(Request request, Duration timeout, Deadline deadline, ResponseReader<T> reading)
            throws RepositoryUnavailableException {
        if (deadline.left().compareTo(patience.firstDelay()) <= 0) {
            throw new RepositoryUnavailableException(tooSlow(), Optional.empty());
        }
        try {
            return Failsafe.with(retryAfterPolicy, tryingAgainUntil(deadline))
                    .get(() -> attempt(request, timeout, deadline, reading));
        } catch (FailsafeException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof IOException && deadline.isOver()) {
                throw new RepositoryUnavailableException(tooSlow(), Optional.empty(), cause);
            }
            throw unavailable(cause);
        }
    }

    /** Each attempt ends at the deadline, too. An interrupt from a timer could hit what the thread does next. */
    private RetryPolicy<Object> tryingAgainUntil(Deadline deadline) {
        return RetryPolicy.builder(retryPolicy.getConfig())
                .withMaxDuration(deadline.atMost(LONGEST))
                .build();
    }

    /** How many requests GitHub takes yet, as its last answer said. */
    Optional<RateLimitStatus> rateLimit() {
        return Optional.ofNullable(rateLimit.get());
    }

    /** Breaks off what is under way of the requests with this tag. */
    void cancel(Object tag) {
        client.dispatcher().runningCalls().stream()
                .filter(call -> call.request().tag() == tag)
                .forEach(call -> call.cancel());
    }

    private <T> T attempt(Request request, Duration timeout, Deadline deadline, ResponseReader<T> reading)
            throws IOException, RepositoryUnavailableException {
        var usesToken = usesToken();
        if (!usesToken) {
            takeFromBudget();
        }
        var call = client.newCall(complete(request, usesToken));
        call.timeout().timeout(deadline.atMost(timeout).toNanos(), TimeUnit.NANOSECONDS);
        try (var response = call.execute()) {
            if (!usesToken) {
                account(response);
            }
            RateLimitHeaders.rateLimit(response.headers(), clock).ifPresent(this::record);
            if (response.isSuccessful() || response.code() == 304) {
                limitsWithoutTime.set(0);
                return reading.read(response);
            }
            if (response.code() != 401 || !usesToken) {
                throw failure(response, deadline);
            }
        }
        tokenRefusedUntil.set(clock.instant().plus(TOKEN_REFUSED_FOR));
        log.warn(
                "GitHub rejected the token: it is wrong or has expired. Continuing without it, with 60 requests an hour;"
                        + " set a valid token, or none. repository={}",
                repository);
        return attempt(request, timeout, deadline, reading);
    }

    /** Of requests side by side the answers overtake each other: until the limit is reset, the fewest count. */
    private void record(RateLimitStatus left) {
        rateLimit.updateAndGet(known -> known == null ? left : left.min(known));
    }

    private void takeFromBudget() throws RepositoryUnavailableException {
        var now = clock.instant();
        var free = budget.tryAcquire(now);
        if (free.isPresent()) {
            throw limitReached(Duration.between(now, free.get()));
        }
    }

    private void account(Response response) {
        RateLimitHeaders.requestsPerHour(response.headers()).ifPresent(budget::allow);
        for (var prior = response.priorResponse(); prior != null; prior = prior.priorResponse()) {
            budget.redirected(clock.instant());
        }
    }

    /** Whether requests are sent with the token: there is one, and it was not refused. */
    boolean usesToken() {
        return token.isPresent() && !clock.instant().isBefore(tokenRefusedUntil.get());
    }

    private Request complete(Request request, boolean usesToken) {
        var complete =
                request.newBuilder().header("User-Agent", USER_AGENT).header("X-GitHub-Api-Version", API_VERSION);
        token.filter(it -> usesToken).ifPresent(it -> complete.header("Authorization", "Bearer " + it));
        return complete.build();
    }

    private IOException failure(Response response, Deadline deadline)
            throws IOException, RepositoryUnavailableException {
        var message = GitHubErrors.message(response);
        var limit = RateLimitHeaders.waitFor(response, message, clock, limitsWithoutTime.get());
        if (limit.isPresent()) {
            return rateLimited(response, limit.get(), deadline);
        }
        if (response.code() >= 500 || response.code() == 408) {
            return new IOException("it answered with status " + response.code());
        }
        throw new GitHubErrors(repository, token.isPresent(), token.isPresent() && !usesToken())
                .of(response.code(), message);
    }

    private IOException rateLimited(Response response, Duration wait, Deadline deadline)
            throws RepositoryUnavailableException {
        if (!RateLimitHeaders.namesTime(response)) {
            limitsWithoutTime.incrementAndGet();
        }
        if (wait.compareTo(deadline.atMost(patience.maxRetryAfter())) <= 0) {
            return new GitHubRateLimitException(wait);
        }
        throw limitReached(wait);
    }

    private RepositoryUnavailableException limitReached(Duration wait) {
        var until = clock.instant().plus(wait);
        var remedy = usesToken() ? "" : " A GitHub token raises the limit from 60 to 5,000 requests an hour.";
        return new RepositoryUnavailableException(
                "GitHub rate limit reached for " + repository + " until " + GitHubErrors.minute(until) + "." + remedy,
                Optional.of(until));
    }

    private RepositoryUnavailableException unavailable(Throwable cause) {
        if (cause instanceof RepositoryUnavailableException unavailable) {
            return unavailable;
        }
        if (cause instanceof GitHubRateLimitException limited) {
            return limitReached(limited.waitFor());
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new RepositoryUnavailableException(
                    "The fetch from GitHub was interrupted.", Optional.empty(), cause);
        }
        return new RepositoryUnavailableException(
                "All " + patience.attempts() + " requests to GitHub for " + repository + " failed ("
                        + FailureReason.of(cause) + "). This is usually temporary.",
                Optional.empty(),
                cause);
    }

    private String tooSlow() {
        return "GitHub did not send everything about %s within %s s. This is usually temporary."
                .formatted(repository, seconds(patience.fetchTimeout()));
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
                .withMaxRetries(WAITS)
                .withDelayFn(context -> context.getLastException() instanceof GitHubRateLimitException limited
                        ? limited.waitFor()
                        : Duration.ZERO)
                .build();
    }

    private RetryPolicy<Object> retryPolicy() {
        return RetryPolicy.builder()
                .handleIf(failure -> failure instanceof IOException && !(failure instanceof GitHubRateLimitException))
                .abortIf((answer, failure) -> failure != null && !isRetryAllowed())
                .withMaxAttempts(patience.attempts())
                .withBackoff(patience.firstDelay(), patience.maxDelay())
                .withJitter(JITTER)
                .onRetry(event -> log.debug(
                        "Asking GitHub again. attempt={} failure={}",
                        event.getAttemptCount() + 1,
                        String.valueOf(event.getLastException())))
                .build();
    }
}
