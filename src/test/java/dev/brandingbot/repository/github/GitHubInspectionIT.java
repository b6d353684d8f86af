package dev.brandingbot.repository.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.repository.BrandingFiles;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.RepositoryScan;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.RepositoryLayout;
import dev.brandingbot.repository.source.RepositoryTree;
import dev.brandingbot.repository.source.TreeEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A An inspection of three events with six images on GitHub: four requests for the fetch, six for the images. */
class GitHubInspectionIT {
    private static final int RESERVE = 10;
    private static final int FETCH_REQUESTS = 4;
    private static final int IMAGE_REQUESTS = 6;

    private final OkHttpClient client = new OkHttpClient();
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

    @Test
    void readsEveryImageOnce() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));

        var inspection = repository().inspect();

        assertThat(inspection.findings()).extracting(Finding::code).containsExactly("wrong-extension");
        assertThat(inspection.unreadPaths()).isEmpty();
        assertThat(inspection.obstacle()).isEmpty();
        assertThat(github.drainTargets()).doesNotHaveDuplicates().hasSize(FETCH_REQUESTS + IMAGE_REQUESTS + 1);
    }

    @Test
    void readsImageInTwoPlacesOnce() throws Exception {
        files.with("events/pride/banners/banner.png", files.all().get("events/new_year/banners/banner.png"));

        repository().inspect();

        assertThat(github.drainTargets()).hasSize(FETCH_REQUESTS + IMAGE_REQUESTS - 1);
    }

    @Test
    void readsAllImagesIfReserveRemains() throws Exception {
        github.setRemainingRequests(FETCH_REQUESTS + IMAGE_REQUESTS + RESERVE);

        assertThat(repository().inspect().unreadPaths()).isEmpty();
    }

    @Test
    void stopsAtRateLimitAndReportsUnreadImages() throws Exception {
        github.setRemainingRequests(FETCH_REQUESTS + IMAGE_REQUESTS - 2 + RESERVE);

        var inspection = repository().inspect();

        assertThat(github.drainTargets()).hasSize(FETCH_REQUESTS + IMAGE_REQUESTS - 2);
        assertThat(inspection.unreadPaths())
                .containsExactly("events/pride/banners/banner.png", "events/pride/server_icons/icon.png");
        assertThat(inspection.obstacle())
                .hasValueSatisfying(reason -> assertThat(reason).contains("GitHub token"));
        assertThat(inspection.isValid()).isTrue();
    }

    @Test
    void readsNoImageWhenOnlyReserveRemains() throws Exception {
        github.setRemainingRequests(FETCH_REQUESTS + 1);

        assertThat(repository().inspect().unreadPaths()).hasSize(IMAGE_REQUESTS);
    }

    @Test
    void reportsWhatWasReadBeforeFailure() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));
        var repository = repository();
        repository.fetch();
        github.failBlobsAfter(2, new MockResponse.Builder().code(404).build());

        var inspection = repository.inspect();

        assertThat(inspection.unreadPaths()).isNotEmpty().hasSizeLessThan(IMAGE_REQUESTS + 1);
        assertThat(inspection.obstacle()).isPresent();
        assertThat(inspection.events()).hasSize(3);
    }

    @Test
    void continuesAfterRateLimit() throws Exception {
        var repository = repository();
        github.setRemainingRequests(FETCH_REQUESTS + 2 + RESERVE);
        assertThat(repository.inspect().unreadPaths()).hasSize(IMAGE_REQUESTS - 2);
        github.setRemainingRequests(60);
        github.drainTargets();

        assertThat(repository.inspect().unreadPaths()).isEmpty();
        assertThat(github.drainTargets()).hasSize(1 + IMAGE_REQUESTS - 2);
    }

    /** The sizes come from the tree; the files themselves are small. */
    @Test
    void downloadsAtMostTwoOfTheLargestImagesConcurrently() throws Exception {
        var images = RepositoryScan.images(new RepositoryTree(files.entries(), Optional.empty())).stream()
                .map(file -> new TreeEntry(file.path(), file.mode(), file.sha(), RepositoryLayout.MAX_ASSET_BYTES))
                .toList();
        github.delayUntilConcurrentBlobs(IMAGE_REQUESTS);
        var read = new ConcurrentLinkedQueue<TreeEntry>();

        source().blobs(images, (file, bytes) -> read.add(file));

        assertThat(read).containsExactlyInAnyOrderElementsOf(images);
        assertThat(github.maxConcurrentRequests()).isEqualTo(2);
    }

    private BrandingRepository repository() {
        return new BrandingRepository(source(), new InMemoryRepositoryCache(), Clock.systemUTC());
    }

    private GitHubSource source() {
        return GitHubSource.builder("owner/branding")
                .apiUrl(github.url())
                .httpClient(client)
                .clock(Clock.systemUTC())
                .build();
    }
}
