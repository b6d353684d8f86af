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

/** What hours of failures cost at a GitHub that takes 60 requests an hour, attempts and all. */
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
                GitHubMockServer.refusal(500, "oops").build(),
                GitHubMockServer.refusal(404, "Not Found").build(),
                GitHubMockServer.refusal(429, "slow down")
                        .setHeader("retry-after", "0")
                        .build(),
                new MockResponse.Builder().body("<html>unicorn</html>").build(),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void staysBelowTheLimitThoughEveryAnswerFails(MockResponse failure) {
        github.failAlways(failure);

        lookEveryMinute(Duration.ofHours(2));

        assertThatNoHourHasMoreThan(LIMIT);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void staysBelowTheLimitThoughEveryFileFails(MockResponse failure) {
        github.failBlobsAfter(0, failure);

        lookEveryMinute(Duration.ofHours(2));

        assertThatNoHourHasMoreThan(LIMIT);
    }

    @Test
    void saysWhenItGoesOn() {
        github.failBlobsAfter(0, GitHubMockServer.refusal(500, "oops").build());
        lookEveryMinute(Duration.ofMinutes(59));

        var failure = look().orElseThrow();

        assertThat(failure).hasMessageContaining("GitHub token");
        assertThat(failure.retryAt()).contains(NOON.plus(HOUR));
    }

    /** The daemon looks after 1, 2, 4, 8 and 16 minutes. */
    @Test
    void hasEnoughLeftToGoOnAtOnceAfterHalfAnHourOfFailures() {
        github.failBlobsAfter(0, GitHubMockServer.refusal(500, "oops").build());
        for (var minutes = 1; minutes <= 16; minutes *= 2) {
            look();
            clock.advance(Duration.ofMinutes(minutes));
        }

        github.heal();

        assertThat(look()).isEmpty();
        assertThatNoHourHasMoreThan(LIMIT);
    }

    @Test
    void countsNothingWithAToken() {
        github.acceptToken("token");
        repository = repository(Optional.of("token"));
        github.failAlways(GitHubMockServer.refusal(500, "oops").build());

        lookEveryMinute(Duration.ofMinutes(40));
        github.heal();

        assertThat(sent).hasSizeGreaterThan(LIMIT);
        assertThat(look()).isEmpty();
    }

    private void lookEveryMinute(Duration span) {
        var end = clock.instant().plus(span);
        while (clock.instant().isBefore(end)) {
            look();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    /** What was wrong, if anything. */
    private Optional<RepositoryUnavailableException> look() {
        try {
            repository.fetch();
            return Optional.empty();
        } catch (RepositoryUnavailableException e) {
            return Optional.of(e);
        } finally {
            github.takeTargets().forEach(target -> sent.add(clock.instant()));
        }
    }

    private void assertThatNoHourHasMoreThan(int limit) {
        assertThat(sent)
                .allSatisfy(first -> assertThat(sent)
                        .filteredOn(moment -> !moment.isBefore(first) && moment.isBefore(first.plus(HOUR)))
                        .hasSizeLessThanOrEqualTo(limit));
    }

    private BrandingRepository repository(Optional<String> token) {
        var patience =
                new GitHubTimeouts(5, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(30), HOUR, HOUR);
        return new BrandingRepository(
                GitHubSource.builder("owner/branding")
                        .token(token)
                        .apiUrl(github.url())
                        .httpClient(client)
                        .clock(clock)
                        .timeouts(patience)
                        .build(),
                new InMemoryRepositoryCache(),
                clock);
    }
}
