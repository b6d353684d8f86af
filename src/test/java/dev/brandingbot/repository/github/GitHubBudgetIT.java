package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.BrandingFiles;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests, including retries, that are sent during hours of failures, where GitHub allows 60 per hour. */
class GitHubBudgetIT {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LIMIT = 60;
    private static final int EVENTS = 16;

    private final OkHttpClient client = new OkHttpClient();
    private final SettableClock clock = new SettableClock(NOON);
    private final List<Instant> sent = new ArrayList<>();
    private GitHubMockServer github;
    private BrandingRepository repository;

    @BeforeEach
    void start() throws IOException {
        var files = new BrandingFiles();
        IntStream.range(0, EVENTS)
                .forEach(i -> files.withEvent("e" + i, "start_date: May 1\nend_date: May " + (i + 1)));
        github = new GitHubMockServer(files);
        repository = repository(Optional.empty());
    }

    @AfterEach
    void stop() {
        github.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    static Stream<MockResponse> failures() {
        return Stream.of(
                GitHubMockServer.error(500, "oops").build(),
                GitHubMockServer.error(404, "Not Found").build(),
                GitHubMockServer.error(429, "slow down")
                        .setHeader("retry-after", "0")
                        .build(),
                new MockResponse.Builder().body("<html>unicorn</html>").build(),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void staysBelowLimitWhenEveryResponseFails(MockResponse failure) {
        github.failAlways(failure);

        fetchEveryMinute(Duration.ofHours(2));

        assertMaxRequestsPerHour(LIMIT);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void staysBelowLimitWhenEveryFileFails(MockResponse failure) {
        github.failBlobsAfter(0, failure);

        fetchEveryMinute(Duration.ofHours(2));

        assertMaxRequestsPerHour(LIMIT);
    }

    @Test
    void reportsWhenRequestsAreAllowedAgain() {
        github.failBlobsAfter(0, GitHubMockServer.error(500, "oops").build());
        fetchEveryMinute(Duration.ofMinutes(59));

        var failure = fetch().orElseThrow();

        assertThat(failure).hasMessageContaining("GitHub token");
        assertThat(failure.retryAt()).contains(NOON.plus(HOUR));
    }

    /** The daemon retries after 1, 2, 4, 8 and 16 minutes. */
    @Test
    void keepsEnoughRequestsToRecoverAfterHalfAnHourOfFailures() {
        github.failBlobsAfter(0, GitHubMockServer.error(500, "oops").build());
        for (var minutes = 1; minutes <= 16; minutes *= 2) {
            fetch();
            clock.advance(Duration.ofMinutes(minutes));
        }

        github.stopFailing();

        assertThat(fetch()).isEmpty();
        assertMaxRequestsPerHour(LIMIT);
    }

    @Test
    void hasNoBudgetWithToken() {
        github.acceptToken("token");
        repository = repository(Optional.of("token"));
        github.failAlways(GitHubMockServer.error(500, "oops").build());

        fetchEveryMinute(Duration.ofMinutes(40));
        github.stopFailing();

        assertThat(sent).hasSizeGreaterThan(LIMIT);
        assertThat(fetch()).isEmpty();
    }

    private void fetchEveryMinute(Duration span) {
        var end = clock.instant().plus(span);
        while (clock.instant().isBefore(end)) {
            fetch();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    /** Fetches the repository and returns the failure, if any. */
    private Optional<RepositoryUnavailableException> fetch() {
        try {
            repository.fetch();
            return Optional.empty();
        } catch (RepositoryUnavailableException e) {
            return Optional.of(e);
        } finally {
            github.drainTargets().forEach(target -> sent.add(clock.instant()));
        }
    }

    private void assertMaxRequestsPerHour(int limit) {
        assertThat(sent)
                .allSatisfy(first -> assertThat(sent)
                        .filteredOn(time -> !time.isBefore(first) && time.isBefore(first.plus(HOUR)))
                        .hasSizeLessThanOrEqualTo(limit));
    }

    private BrandingRepository repository(Optional<String> token) {
        var timeouts =
                new GitHubTimeouts(5, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(30), HOUR, HOUR);
        return new BrandingRepository(
                GitHubSource.builder("owner/branding")
                        .token(token)
                        .apiUrl(github.url())
                        .httpClient(client)
                        .clock(clock)
                        .timeouts(timeouts)
                        .build(),
                new InMemoryRepositoryCache(),
                clock);
    }
}
