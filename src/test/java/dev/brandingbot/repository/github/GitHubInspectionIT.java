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

/** A close look at GitHub: three events with six images, which is four requests for the look and six for the images. */
class GitHubInspectionIT {
    private static final int RESERVE = 10;
    private static final int LOOK = 4;
    private static final int IMAGES = 6;

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
        assertThat(github.takeTargets()).doesNotHaveDuplicates().hasSize(LOOK + IMAGES + 1);
    }

    @Test
    void readsAnImageThatLiesInTwoPlacesOnce() throws Exception {
        files.with("events/pride/banners/banner.png", files.all().get("events/new_year/banners/banner.png"));

        repository().inspect();

        assertThat(github.takeTargets()).hasSize(LOOK + IMAGES - 1);
    }

    @Test
    void readsAllWhenThatLeavesEnoughToOthers() throws Exception {
        github.limit(LOOK + IMAGES + RESERVE);

        assertThat(repository().inspect().unreadPaths()).isEmpty();
    }

    @Test
    void readsNoFurtherThanTheLimitAllowsAndSaysWhatItDidNotLookAt() throws Exception {
        github.limit(LOOK + IMAGES - 2 + RESERVE);

        var inspection = repository().inspect();

        assertThat(github.takeTargets()).hasSize(LOOK + IMAGES - 2);
        assertThat(inspection.unreadPaths())
                .containsExactly("events/pride/banners/banner.png", "events/pride/server_icons/icon.png");
        assertThat(inspection.obstacle())
                .hasValueSatisfying(reason -> assertThat(reason).contains("GitHub token"));
        assertThat(inspection.isValid()).isTrue();
    }

    @Test
    void readsNoImageWhenNextToNothingIsLeft() throws Exception {
        github.limit(LOOK + 1);

        assertThat(repository().inspect().unreadPaths()).hasSize(IMAGES);
    }

    @Test
    void tellsWhatItSawWhenTheRestFails() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));
        var repository = repository();
        repository.fetch();
        github.failBlobsAfter(2, new MockResponse.Builder().code(404).build());

        var inspection = repository.inspect();

        assertThat(inspection.unreadPaths()).isNotEmpty().hasSizeLessThan(IMAGES + 1);
        assertThat(inspection.obstacle()).isPresent();
        assertThat(inspection.events()).hasSize(3);
    }

    @Test
    void goesOnWhereTheLimitStoppedIt() throws Exception {
        var repository = repository();
        github.limit(LOOK + 2 + RESERVE);
        assertThat(repository.inspect().unreadPaths()).hasSize(IMAGES - 2);
        github.limit(60);
        github.takeTargets();

        assertThat(repository.inspect().unreadPaths()).isEmpty();
        assertThat(github.takeTargets()).hasSize(1 + IMAGES - 2);
    }

    /** By the sizes that the tree tells: the files themselves are small. */
    @Test
    void hasNoMoreThanTwoOfTheLargestImagesInMemory() throws Exception {
        var images = RepositoryScan.images(new RepositoryTree(files.entries(), Optional.empty())).stream()
                .map(file -> new TreeEntry(file.path(), file.mode(), file.sha(), RepositoryLayout.MAX_ASSET_BYTES))
                .toList();
        github.gatherBlobs(IMAGES);
        var read = new ConcurrentLinkedQueue<TreeEntry>();

        source().blobs(images, (file, bytes) -> read.add(file));

        assertThat(read).containsExactlyInAnyOrderElementsOf(images);
        assertThat(github.mostAtOnce()).isEqualTo(2);
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
