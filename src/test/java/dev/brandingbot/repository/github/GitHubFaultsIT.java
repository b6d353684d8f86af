package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.brandingbot.event.Asset;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.BrandingFiles;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.FetchedImage;
import dev.brandingbot.repository.ImageStatus;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetches while GitHub fails in various ways. */
class GitHubFaultsIT {
    private static final int ATTEMPTS = 3;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String TOKEN = "ghp_mustNotBeVisible";

    private final OkHttpClient client = new OkHttpClient();
    private final RepositoryCache cache = new InMemoryRepositoryCache();
    private final BrandingFiles files = BrandingFiles.sound();
    private GitHubMockServer github;

    @BeforeEach
    void start() throws IOException {
        github = new GitHubMockServer(files);
    }

    @AfterEach
    void stop() {
        github.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    static Stream<MockResponse> transientFailures() {
        return Stream.of(
                GitHubMockServer.error(500, "oops").build(),
                GitHubMockServer.error(502, "oops").build(),
                GitHubMockServer.error(503, "oops").build(),
                new MockResponse.Builder().body("<html>unicorn</html>").build(),
                new MockResponse.Builder().body("").build(),
                new MockResponse.Builder().code(304).build(),
                new MockResponse.Builder().body("[]").build(),
                new MockResponse.Builder().body("{\"tree\":").build(),
                new MockResponse.Builder().body("{\"sha\":\"x\",\"tree\":[]}").build(),
                new MockResponse.Builder().body("{\"message\":\"fine\"}").build(),
                new MockResponse.Builder()
                        .body(
                                "{'sha':'%1$s','tree':[{'path':'events/pride/meta.md','mode':'100644','sha':'%1$s','size':-1}]}"
                                        .replace('\'', '"')
                                        .formatted("0".repeat(40)))
                        .build(),
                new MockResponse.Builder()
                        .body("{\"sha\":\"" + "0".repeat(40) + "\",\"tree\":[")
                        .build(),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                new MockResponse.Builder()
                        .body("{".repeat(10_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                truncatedBody("{\"sha\":\"" + "0".repeat(40) + "\",\"tree\":["),
                new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(new Buffer().write(new byte[] {0x1f, (byte) 0x8b, 8}))
                        .build());
    }

    /** A response whose body is shorter than its {@code Content-Length}. */
    private static MockResponse truncatedBody(String body) {
        return new MockResponse.Builder()
                .body(body)
                .setHeader("Content-Length", body.length() + 100)
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void retriesTreeAfterTransientFailures(MockResponse failure) throws Exception {
        github.failNext(failure);
        github.failNext(failure);

        var snapshot = repository().fetch();

        assertThat(snapshot.events()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void givesUpAfterMaxAttemptsAndSucceedsNextTime(MockResponse failure) throws Exception {
        var repository = repository();
        github.failAlways(failure);

        assertThatThrownBy(repository::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("All 3 requests")
                .message()
                .doesNotContain("null", "()");
        var sent = github.drainTargets();
        github.stopFailing();
        var snapshot = repository.fetch();

        assertThat(sent).hasSize(ATTEMPTS);
        assertThat(snapshot.events()).hasSize(3);
    }

    @Test
    void retriesBlobThatDoesNotMatchSha() throws Exception {
        github.failNextBlob(new MockResponse.Builder().body("---").build());
        github.failNextBlob(new MockResponse.Builder()
                .body(new Buffer().write(new byte[100_000]))
                .build());

        var snapshot = repository().fetch();

        assertThat(snapshot.findings()).isEmpty();
    }

    @Test
    void failsWhenBlobNeverMatchesSha() {
        github.failBlobsAfter(
                2,
                new MockResponse.Builder()
                        .body("---\nfallback: true\n---\nLies")
                        .build());

        assertThatThrownBy(() -> repository().fetch())
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("does not match its SHA");
        assertThat(cache.getAll(List.of("tree"))).hasSize(1);
    }

    @Test
    void keepsOldTreeWhenNewOneHasNoEvents() throws Exception {
        var repository = repository();
        var before = repository.fetch();
        github.push(new BrandingFiles().with("README.md", "Nothing here"));

        assertThatThrownBy(repository::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("has no event");
        assertThatThrownBy(repository::fetch).isInstanceOf(RepositoryUnavailableException.class);
        github.push(files);

        assertThat(repository.fetch()).isEqualTo(before);
    }

    @Test
    void timesOutOnSlowBody() {
        github.failAlways(new MockResponse.Builder()
                .body("{\"sha\":\"" + "0".repeat(40) + "\",\"tree\":[]}")
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());
        var repository = repository(Optional.empty(), Duration.ofMillis(300));

        assertThatThrownBy(repository::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("timeout");
    }

    /** Each attempt stays below its own timeout; only the fetch as a whole takes too long. */
    @Test
    void timesOutFetch() {
        github.failAlways(new MockResponse.Builder()
                .body("{\"sha\":\"" + "0".repeat(40) + "\",\"tree\":[]}")
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());
        var repository = repositoryWithFetchTimeout(Duration.ofMillis(700));

        assertThatThrownBy(repository::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessage("GitHub did not send everything for owner/branding@main within 0.7 s."
                        + " This is usually temporary.");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(github.drainTargets()).hasSize(1);
    }

    @Test
    void timesOutFetchOfSlowFiles() {
        github.failBlobsAfter(
                0,
                new MockResponse.Builder()
                        .body("x".repeat(100))
                        .throttleBody(1, 1, TimeUnit.SECONDS)
                        .build());

        assertThatThrownBy(repositoryWithFetchTimeout(Duration.ofSeconds(2))::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("within 2 s");
    }

    @Test
    void timesOutDownloadOfAsset() throws Exception {
        var repository = repositoryWithFetchTimeout(Duration.ofSeconds(2));
        var asset = repository.fetch().events().get(0).banners().get(0);
        github.failAlways(new MockResponse.Builder()
                .body("x".repeat(100))
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThatThrownBy(() -> repository.fetchImage(asset))
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("within 2 s");
    }

    @Test
    void doesNotWaitForRateLimitBeyondFetchTimeout() {
        github.failAlways(GitHubMockServer.error(403, "You have exceeded a secondary rate limit.")
                .setHeader("retry-after", 20)
                .build());

        assertThatThrownBy(repositoryWithFetchTimeout(Duration.ofSeconds(5))::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("rate limit reached");
    }

    @Test
    void followsRedirectOfRenamedRepository() throws Exception {
        var location = github.url().resolve("/repos/owner/branding/git/trees/main?recursive=1");
        github.failNext(new MockResponse.Builder()
                .code(301)
                .setHeader("Location", location)
                .build());

        assertThat(repository().fetch().events()).hasSize(3);
    }

    @Test
    void reportsWhenRateLimitEndsAndHowToRaiseIt() {
        github.failAlways(GitHubMockServer.error(403, "API rate limit exceeded for 127.0.0.1")
                .setHeader("x-ratelimit-remaining", 0)
                .setHeader("x-ratelimit-reset", NOW.getEpochSecond() + 100 + 1800)
                .setHeader("Date", "Mon, 01 Jun 2026 12:01:40 GMT")
                .build());

        var failure = catchThrowableOfType(
                RepositoryUnavailableException.class, () -> repository().fetch());

        assertThat(failure.retryAt()).contains(NOW.plusSeconds(1800));
        assertThat(failure).hasMessageContaining("until June 1, 12:30:00 UTC").hasMessageContaining("A GitHub token");
        assertThat(github.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void waitsForShortRetryAfter(int status) throws Exception {
        github.failNext(GitHubMockServer.error(status, "You have exceeded a secondary rate limit")
                .setHeader("retry-after", "0")
                .build());

        assertThat(repository().fetch().events()).hasSize(3);
        assertThat(github.requests()).hasSize(1 + 1 + 3);
    }

    @Test
    void givesUpAfterRepeatedShortRetryAfter() {
        github.failAlways(GitHubMockServer.error(429, "slow down")
                .setHeader("retry-after", "0")
                .build());

        assertThatThrownBy(() -> repository().fetch()).isInstanceOf(RepositoryUnavailableException.class);
        assertThat(github.requests()).hasSize(ATTEMPTS);
    }

    @Test
    void doublesDelayForSecondaryLimitsWithoutTime() {
        github.failAlways(GitHubMockServer.error(403, "You have exceeded a secondary rate limit")
                .build());
        var repository = repository();

        var delays = IntStream.range(0, 7)
                .mapToObj(i -> catchThrowableOfType(RepositoryUnavailableException.class, repository::fetch))
                .map(failure ->
                        Duration.between(NOW, failure.retryAt().orElseThrow()).toMinutes());

        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
        assertThat(github.requests()).hasSize(7);
    }

    @Test
    void explainsMissingRepository() {
        github.failAlways(GitHubMockServer.error(404, "Not Found").build());

        assertThatThrownBy(() -> repository().fetch())
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("owner/branding@main")
                .hasMessageContaining("Check the spelling")
                .hasMessageContaining("private");
        assertThat(github.requests()).hasSize(1);
    }

    @Test
    void quotesMessageFromGitHub() {
        github.failAlways(GitHubMockServer.error(403, "Resource not accessible").build());

        assertThatThrownBy(() -> repository().fetch())
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("Resource not accessible");
    }

    @Test
    void continuesWithoutRejectedToken() throws Exception {
        github.acceptToken("another");
        var repository = repository(Optional.of(TOKEN), Duration.ofSeconds(20));

        var snapshot = repository.fetch();
        github.drainTargets();
        repository.fetch();

        assertThat(snapshot.events()).hasSize(3);
        assertThat(github.requests())
                .hasSize(1)
                .first()
                .satisfies(request ->
                        assertThat(request.getHeaders().get("Authorization")).isNull());
    }

    @Test
    void explainsThatRejectedTokenHidesRepository() {
        github.failNext(GitHubMockServer.error(401, "Bad credentials").build());
        github.failNext(GitHubMockServer.error(404, "Not Found").build());

        assertThatThrownBy(() ->
                        repository(Optional.of(TOKEN), Duration.ofSeconds(20)).fetch())
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("The GitHub token is wrong or has expired");
    }

    @Test
    void sendsRequiredHeaders() throws Exception {
        github.acceptToken(TOKEN);

        repository(Optional.of(TOKEN), Duration.ofSeconds(20)).fetch();

        assertThat(github.requests()).allSatisfy(request -> {
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo("branding-bot");
            assertThat(request.getHeaders().get("X-GitHub-Api-Version")).isEqualTo("2022-11-28");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
        });
        assertThat(github.requests())
                .filteredOn(GitHubMockServer::isBlob)
                .allSatisfy(request ->
                        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/vnd.github.raw+json"));
    }

    @Test
    void neverRevealsToken() {
        github.failAlways(GitHubMockServer.error(403, "no").build());
        var source = source(Optional.of(TOKEN), Duration.ofSeconds(20));

        var failure = catchThrowableOfType(
                RepositoryUnavailableException.class,
                () -> new BrandingRepository(source, cache, Clock.systemUTC()).fetch());
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString() + source).doesNotContain(TOKEN);
        var builder = GitHubSource.builder("owner/branding").token(Optional.of(TOKEN + "\n"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    void doesNotFetchTooLargeFiles() throws Exception {
        files.without("events/pride/meta.md")
                .with(new TreeEntry("events/pride/meta.md", TreeEntry.FILE, "1".repeat(40), 50 << 20))
                .with(new TreeEntry("events/new_year/banners/big.png", TreeEntry.FILE, "2".repeat(40), 20 << 20));

        var snapshot = repository().fetch();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("unreadable-meta", "file-too-large");
        assertThat(github.requests()).hasSize(1 + 2);
    }

    @Test
    void fetchesInvalidImageOnce() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));
        var repository = repository();
        var photo = banner(repository.fetch(), "photo.png");
        github.drainTargets();

        var first = repository.fetchImage(photo);
        var second = repository.fetchImage(photo);
        var afterRestart = repository().fetchImage(photo);
        var snapshot = repository().fetch();

        assertThat(first)
                .isInstanceOf(FetchedImage.Unusable.class)
                .isEqualTo(second)
                .isEqualTo(afterRestart);
        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("wrong-extension");
        assertThat(repository.fetch()).isEqualTo(snapshot);
        assertThat(repository.imageStatus(photo)).containsInstanceOf(ImageStatus.Rejected.class);
        assertThat(github.drainTargets())
                .filteredOn(target -> target.contains("/blobs/"))
                .hasSize(1);
    }

    @Test
    void reportsInvalidImageEvenIfCacheFails() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));
        var failingCache = new FailingCache(cache);
        var repository = new BrandingRepository(
                source(Optional.empty(), Duration.ofSeconds(20)), failingCache, Clock.systemUTC());
        var photo = banner(repository.fetch(), "photo.png");
        failingCache.isFailing = true;
        assertThatThrownBy(() -> repository.fetchImage(photo)).isInstanceOf(IllegalStateException.class);
        failingCache.isFailing = false;

        var snapshot = repository.fetch();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("wrong-extension");
    }

    @Test
    void remembersThatImageIsAnimated() throws Exception {
        files.with("events/pride/banners/party.gif", TestImages.encoded("gif", 2));
        var repository = repository();
        var party = banner(repository.fetch(), "party.gif");
        assertThat(repository.imageStatus(party)).isEmpty();

        repository.fetchImage(party);

        assertThat(repository.imageStatus(party)).contains(new ImageStatus.Supported(ImageType.GIF, true));
        var restarted = repository();
        restarted.fetch();
        assertThat(restarted.imageStatus(party)).contains(new ImageStatus.Supported(ImageType.GIF, true));
    }

    @Test
    void rejectsImageThatDoesNotMatchSha() throws Exception {
        var repository = repository();
        var banner = banner(repository.fetch(), "banner.png");
        github.failBlobsAfter(
                0, new MockResponse.Builder().body("something else").build());

        assertThatThrownBy(() -> repository.fetchImage(banner)).isInstanceOf(RepositoryUnavailableException.class);
        assertThat(repository.imageStatus(banner)).isEmpty();
    }

    /** A A cache whose writes can be made to fail. */
    private static final class FailingCache implements RepositoryCache {
        private final RepositoryCache cache;
        private boolean isFailing;

        FailingCache(RepositoryCache cache) {
            this.cache = cache;
        }

        @Override
        public Optional<byte[]> get(String field) {
            return cache.get(field);
        }

        @Override
        public Map<String, byte[]> getAll(Collection<String> fields) {
            return cache.getAll(fields);
        }

        @Override
        public void putAll(Map<String, byte[]> fields) {
            if (isFailing) {
                throw new IllegalStateException("The cache fails");
            }
            cache.putAll(fields);
        }

        @Override
        public void retain(Collection<String> fields) {
            cache.retain(fields);
        }
    }

    private static Asset banner(Snapshot snapshot, String name) {
        return snapshot.calendar().event("events/pride").orElseThrow().banners().stream()
                .filter(banner -> banner.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private BrandingRepository repositoryWithFetchTimeout(Duration fetchTimeout) {
        return new BrandingRepository(
                source(Optional.empty(), Duration.ofMinutes(5), fetchTimeout), cache, Clock.systemUTC());
    }

    private BrandingRepository repository() {
        return repository(Optional.empty(), Duration.ofSeconds(20));
    }

    private BrandingRepository repository(Optional<String> token, Duration timeout) {
        return new BrandingRepository(source(token, timeout), cache, Clock.systemUTC());
    }

    private GitHubSource source(Optional<String> token, Duration timeout) {
        return source(token, timeout, Duration.ofMinutes(5));
    }

    private GitHubSource source(Optional<String> token, Duration timeout, Duration fetchTimeout) {
        return GitHubSource.builder("owner/branding")
                .token(token)
                .apiUrl(github.url())
                .httpClient(client)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .timeouts(new GitHubTimeouts(
                        ATTEMPTS,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofSeconds(30),
                        timeout,
                        fetchTimeout))
                .build();
    }
}
