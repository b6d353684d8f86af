package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.repository.BrandingFiles;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.cache.RepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of requests of a fetch. */
class GitHubFetchIT {
    private static final String TREE = "/repos/owner/branding/git/trees/main?recursive=1";

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

    @ParameterizedTest
    @CsvSource({"120000, symbolic link", "160000, submodule"})
    void reportsLinksAndSubmodulesInsteadOfEvents(String mode, String name) throws Exception {
        files.with(new TreeEntry("events/pride_week", mode, TreeEntry.NO_SHA, 0));

        var repository = repository();

        assertThat(repository.fetch().findings())
                .containsExactly(Finding.error(
                        "no-event",
                        "events/pride_week",
                        "This is a " + name + ", which is not followed. Put the folder itself here."));
        github.truncate("");
        assertThat(repository().fetch().events()).hasSize(3);
    }

    @Test
    void firstFetchReadsTreeAndEveryMetaFile() throws Exception {
        var repository = repository();

        var snapshot = repository.fetch();

        assertThat(snapshot.findings()).isEmpty();
        assertThat(snapshot.events())
                .extracting(BrandingEvent::path)
                .containsExactly("events/evergreen", "events/new_year", "events/pride");
        assertThat(github.drainTargets())
                .containsExactlyInAnyOrder(
                        TREE,
                        blob("events/evergreen/meta.md"),
                        blob("events/new_year/meta.md"),
                        blob("events/pride/meta.md"));
    }

    @Test
    void sendsOneRequestWhenNothingChanged() throws Exception {
        var repository = repository();
        var first = repository.fetch();
        github.drainTargets();

        var second = repository.fetch();

        assertThat(github.drainTargets()).containsExactly(TREE);
        assertThat(github.notModifiedCount()).isEqualTo(1);
        assertThat(second).isSameAs(first);
    }

    @Test
    void sendsOneRequestWhenNothingChangedAcrossRestart() throws Exception {
        var first = repository().fetch();
        github.drainTargets();

        var second = repository().fetch();

        assertThat(github.drainTargets()).containsExactly(TREE);
        assertThat(github.notModifiedCount()).isEqualTo(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void returnsLastSnapshotWithoutRequest() throws Exception {
        assertThat(repository().lastSnapshot()).as("before the first fetch").isEmpty();
        var snapshot = repository().fetch();
        github.drainTargets();

        assertThat(repository().lastSnapshot()).as("after a restart").contains(snapshot);
        assertThat(github.drainTargets()).isEmpty();
    }

    @Test
    void returnsSnapshotOfAnotherInstance() throws Exception {
        var repository = repository();
        repository.fetch();
        files.withEvent("pride", "start_date: June 2\nend_date: June 30");
        var snapshot = repository().fetch();

        assertThat(repository.lastSnapshot()).contains(snapshot);
    }

    @Test
    void readsOnlyChangedMetaFiles() throws Exception {
        var repository = repository();
        repository.fetch();
        github.drainTargets();
        files.withEvent("pride", "start_date: June 2\nend_date: June 30");

        var snapshot = repository.fetch();

        assertThat(github.drainTargets()).containsExactly(TREE, blob("events/pride/meta.md"));
        assertThat(snapshot.calendar()
                        .event("events/pride")
                        .orElseThrow()
                        .dates()
                        .orElseThrow()
                        .describe())
                .isEqualTo("June 2 – June 30");
    }

    @Test
    void readsNoMetaFileWhenOnlyAnImageChanged() throws Exception {
        var repository = repository();
        repository.fetch();
        github.drainTargets();
        files.with("events/pride/banners/second.png", BrandingFiles.banner("second"));

        var snapshot = repository.fetch();

        assertThat(github.drainTargets()).containsExactly(TREE);
        assertThat(snapshot.calendar().event("events/pride").orElseThrow().banners())
                .hasSize(2);
    }

    @Test
    void readsIdenticalMetaFilesOnce() throws Exception {
        files.withEvent("pride", "start_date: June 1\nend_date: June 30")
                .with("events/pride_again/meta.md", files.all().get("events/pride/meta.md"));

        repository().fetch();

        assertThat(github.drainTargets().stream().filter(blob("events/pride/meta.md")::equals))
                .hasSize(1);
    }

    @Test
    void readsAtMostSixteenMetaFilesConcurrently() throws Exception {
        github.setHourlyLimit(5_000);
        github.delayUntilConcurrentBlobs(17);
        IntStream.range(0, 200).forEach(i -> files.withEvent("event" + i, "fallback: true\n# " + i));

        var snapshot = repository().fetch();

        assertThat(snapshot.events()).hasSize(203);
        assertThat(github.drainTargets()).hasSize(1 + 203);
        assertThat(github.maxConcurrentRequests()).isBetween(2, 16);
    }

    @Test
    void continuesAfterInterruptedFetch() throws Exception {
        var limited = GitHubMockServer.error(403, "API rate limit exceeded")
                .setHeader("retry-after", "3600")
                .build();
        IntStream.range(0, 40).forEach(i -> files.withEvent("event" + i, "fallback: true\n# " + i));
        github.failBlobsAfter(30, limited);

        assertThatThrownBy(() -> repository().fetch()).isInstanceOf(RepositoryUnavailableException.class);
        var fetched = cache.getAll(github.requests().stream()
                .map(request -> "meta:" + request.getUrl().pathSegments().get(5))
                .toList());
        assertThat(fetched).isNotEmpty();
        github.stopFailing();
        github.drainTargets();

        var snapshot = repository().fetch();

        assertThat(snapshot.events()).hasSize(43);
        assertThat(github.drainTargets()).hasSize(1 + 43 - fetched.size());
    }

    @Test
    void walksTreeThatIsTooLargeForOneResponse() throws Exception {
        files.with("sources/banner.svg", "<svg/>");
        github.truncate("");

        var snapshot = repository().fetch();

        assertThat(snapshot.events()).hasSize(3);
        assertThat(github.drainTargets().subList(0, 3))
                .containsExactly(TREE, tree("", ""), tree("events", "?recursive=1"));
    }

    @Test
    void walksFoldersWhenEventsAreTooManyForOneResponse() throws Exception {
        github.truncate("");
        github.truncate("events");
        github.truncate("events/pride");

        var snapshot = repository().fetch();

        assertThat(snapshot)
                .isEqualTo(new BrandingRepository(source(Optional.empty()), cache, Clock.systemUTC()).fetch());
        assertThat(github.drainTargets().stream().filter(it -> it.contains("/trees/")))
                .containsExactly(
                        TREE,
                        tree("", ""),
                        tree("events", "?recursive=1"),
                        tree("events", ""),
                        tree("events/evergreen", "?recursive=1"),
                        tree("events/new_year", "?recursive=1"),
                        tree("events/pride", "?recursive=1"),
                        tree("events/pride", ""),
                        tree("events/pride/banners", "?recursive=1"),
                        tree("events/pride/server_icons", "?recursive=1"),
                        TREE);
    }

    @Test
    void refetchesTreeCachedWithAnotherToken() throws Exception {
        github.acceptToken("secret");
        var first = new BrandingRepository(source(Optional.of("secret")), cache, Clock.systemUTC()).fetch();
        github.drainTargets();

        var second = repository().fetch();

        assertThat(github.drainTargets()).containsExactly(TREE);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void removesDeletedFilesFromCache() throws Exception {
        var repository = repository();
        repository.fetch();
        var gone = "meta:" + sha("events/pride/meta.md");
        files.without("events/pride");

        repository.fetch();

        assertThat(cache.get(gone)).isEmpty();
        assertThat(cache.get("meta:" + sha("events/evergreen/meta.md"))).isPresent();
    }

    @Test
    void serializesFetchesOfSeveralThreads() throws Exception {
        var repository = repository();
        var threads = Executors.newFixedThreadPool(8);

        try {
            var fetches = threads.invokeAll(Collections.nCopies(8, repository::fetch));

            for (var result : fetches) {
                assertThat(result.get()).isSameAs(fetches.get(0).get());
            }
            assertThat(github.drainTargets()).hasSize(8 + 3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesNoThreadRunning() throws Exception {
        repository().fetch();
        github.failBlobsAfter(0, GitHubMockServer.error(404, "Not Found").build());
        files.withEvent("one", "fallback: true\n# 1").withEvent("two", "fallback: true\n# 2");

        assertThatThrownBy(() -> repository().fetch()).isInstanceOf(RepositoryUnavailableException.class);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("branding-fetch")));
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        github.failBlobsAfter(
                0, new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
        var failure = new CompletableFuture<Throwable>();
        var fetching = new Thread(() -> {
            failure.complete(catchThrowable(() -> repository().fetch()));
        });

        fetching.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> github.requests().size() == 1 + 3);
        fetching.interrupt();

        assertThat(failure.get(10, TimeUnit.SECONDS))
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("interrupted");
    }

    @Test
    void usesPathOfEnterpriseServer() {
        var source = GitHubSource.builder("owner/branding")
                .branch("season/summer")
                .apiUrl(github.url().resolve("/api/v3"))
                .httpClient(client)
                .clock(Clock.systemUTC())
                .build();

        assertThatThrownBy(() -> source.tree(Optional.empty())).isInstanceOf(RepositoryUnavailableException.class);
        assertThat(source.name()).isEqualTo("owner/branding@season/summer");
        assertThat(github.drainTargets())
                .containsExactly("/api/v3/repos/owner/branding/git/trees/season%2Fsummer?recursive=1");
    }

    @Test
    void ignoresInvalidCacheContent() throws Exception {
        cache.putAll(Map.of("tree", new byte[] {1, 2}, "meta:" + sha("events/pride/meta.md"), new byte[0]));

        var snapshot = repository().fetch();

        assertThat(snapshot.events()).hasSize(3);
        assertThat(snapshot.findings()).isEmpty();
    }

    private BrandingRepository repository() {
        return new BrandingRepository(source(Optional.empty()), cache, Clock.systemUTC());
    }

    private GitHubSource source(Optional<String> token) {
        return GitHubSource.builder("owner/branding")
                .token(token)
                .apiUrl(github.url())
                .httpClient(client)
                .clock(Clock.systemUTC())
                .timeouts(new GitHubTimeouts(
                        3,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20)))
                .build();
    }

    private String blob(String path) {
        return "/repos/owner/branding/git/blobs/" + sha(path);
    }

    private String tree(String folder, String query) {
        return "/repos/owner/branding/git/trees/" + files.folderSha(folder) + query;
    }

    private String sha(String path) {
        return GitBlobHash.of(files.all().get(path));
    }
}
