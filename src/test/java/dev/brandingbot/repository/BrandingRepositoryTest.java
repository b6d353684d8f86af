package dev.brandingbot.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.repository.source.GitBlobHash;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.testing.Drawings;
import dev.brandingbot.testing.SettableClock;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for a whole repository, shown on a folder. */
class BrandingRepositoryTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2027-06-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private final BrandingFiles files = BrandingFiles.sound();

    @Test
    void hasNoFindingsForValidRepository() throws Exception {
        var snapshot = look();

        assertThat(snapshot.findings()).isEmpty();
        assertThat(snapshot.invalidEvents()).isEmpty();
        assertThat(snapshot.events())
                .extracting(BrandingEvent::path)
                .containsExactly("events/evergreen", "events/new_year", "events/pride");
        assertThat(snapshot.events().get(2).assets(AssetKind.ICON))
                .extracting(Asset::path)
                .containsExactly("events/pride/server_icons/icon.png");
    }

    @ParameterizedTest
    @CsvSource({
        "events/pride/meta.md, missing-meta, events/pride/meta.md",
        "events/pride/banners, no-banner, events/pride/banners",
        "events/pride/server_icons, no-icon, events/pride/server_icons",
    })
    void leavesOutOnlyIncompleteEvents(String missing, String code, String path) throws Exception {
        files.without(missing);

        var snapshot = look();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(snapshot.findings()).extracting(Finding::path).containsExactly(path);
        assertThat(snapshot.invalidEvents()).containsExactly("events/pride");
        assertThat(snapshot.events())
                .extracting(BrandingEvent::path)
                .containsExactly("events/evergreen", "events/new_year");
    }

    @Test
    void ignoresFilesThatBelongToNoEvent() throws Exception {
        files.with("README.md", "x")
                .with("events/README.md", "x")
                .with("events/pride/sources/flag.svg", "x")
                .with("events/pride/credits.txt", "x")
                .with("events/pride/banners/old/meta.md", "x")
                .with("other/events/x/meta.md", "x");

        var snapshot = look();

        assertThat(snapshot.findings()).isEmpty();
        assertThat(snapshot.events()).hasSize(3);
    }

    @Test
    void reportsUpperCaseMetaFile() throws Exception {
        files.with("events/pride/META.md", "x").without("events/pride/meta.md");

        var snapshot = look();

        assertThat(snapshot.findings())
                .extracting(Finding::message)
                .containsExactly("The file is named `META.md`. Rename it to `meta.md`.");
    }

    @Test
    void usesFallbackWithDatesAsFallback() throws Exception {
        files.withEvent("evergreen", "fallback: true\nstart_date: May 1\nduration: 1 day");

        var snapshot = look();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("fallback-with-dates");
        assertThat(snapshot.invalidEvents()).isEmpty();
        assertThat(snapshot.calendar().fallback()).map(BrandingEvent::path).contains("events/evergreen");
    }

    @Test
    void rejectsTooLargeMetaFile() throws Exception {
        files.with("events/pride/meta.md", new byte[50 << 20]);

        var snapshot = look();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("unreadable-meta");
        assertThat(snapshot.events()).hasSize(2);
    }

    @Test
    void leavesOutOnlyFilesThatAreNotImages() throws Exception {
        files.with("events/pride/banners/.gitkeep", "")
                .with("events/pride/banners/flag.svg", "<svg/>")
                .with("events/pride/banners/zero.png", "");

        var snapshot = look();

        assertThat(snapshot.findings())
                .extracting(Finding::code)
                .containsExactly("not-an-image", "not-an-image", "empty-file");
        assertThat(event(snapshot, "pride").banners()).extracting(Asset::name).containsExactly("banner.png");
    }

    @Test
    void keepsUnusableAssetsInTheirEvent() throws Exception {
        files.with("events/pride/banners/photo.png", BrandingFiles.jpeg("photo"));

        var snapshot = look();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("wrong-extension");
        assertThat(event(snapshot, "pride").banners()).hasSize(2);
    }

    @Test
    void leavesOutEventWithoutUsableIcon() throws Exception {
        files.with("events/pride/server_icons/icon.png", "version https://git-lfs.github.com/spec/v1\n");

        var snapshot = look();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("no-usable-icon", "lfs-pointer");
        assertThat(snapshot.findings().get(0).isError()).isTrue();
        assertThat(snapshot.invalidEvents()).containsExactly("events/pride");
        assertThat(snapshot.events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"banner.png", "banner.svg"})
    void needsNoBannerIfServerShowsNone(String name) throws Exception {
        files.without("events/pride/banners").with("events/pride/banners/" + name, "no image");
        files.writeTo(folder);
        var repository = repository();

        var strict = repository.fetch();
        var lenient = repository.fetch(Set.of(AssetKind.ICON));

        assertThat(strict.invalidEvents()).containsExactly("events/pride");
        assertThat(lenient.invalidEvents()).isEmpty();
        assertThat(lenient.findings()).hasSize(2).noneMatch(Finding::isError);
        assertThat(repository.lastSnapshot()).contains(strict);
        assertThat(repository.lastSnapshot(Set.of(AssetKind.ICON))).contains(lenient);
        assertThat(repository.fetch()).isEqualTo(strict);
    }

    @Test
    void ignoresInvalidEventsInOverlaps() throws Exception {
        files.withEvent("fete", "start_date: June 1\nend_date: June 30")
                .with("events/fete/banners/banner.png", "no image");

        assertThat(look().findings()).extracting(Finding::code).doesNotContain("overlap");
    }

    @Test
    void treatsIdenticalFilesAsOneAsset() throws Exception {
        files.with("events/pride/banners/a_copy.png", files.all().get("events/pride/banners/banner.png"));

        var snapshot = look();

        assertThat(snapshot.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("duplicate", "events/pride/banners/banner.png"));
        assertThat(event(snapshot, "pride").banners()).extracting(Asset::name).containsExactly("a_copy.png");
    }

    @Test
    void reportsMissingFallback() throws Exception {
        files.without("events/evergreen");

        assertThat(look().findings()).extracting(Finding::code).containsExactly("no-fallback");
    }

    @Test
    void reportsWhichFallbackWins() throws Exception {
        files.withEvent("another", "fallback: true");

        var snapshot = look();

        assertThat(snapshot.findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("multiple-fallbacks");
            assertThat(finding.path()).isEqualTo("events/evergreen/meta.md");
            assertThat(finding.message()).contains("events/another");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "June 10, July 9, June 10 – June 30",
        "May 3, June 1, June 1",
        "June 30, July 29, June 30",
    })
    void reportsDaysOnWhichOnlyPathDecides(String start, String end, String days) throws Exception {
        files.withEvent("fete", "start_date: " + start + "\nend_date: " + end);

        var snapshot = look();

        assertThat(snapshot.findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("overlap");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.path()).isEqualTo("events/pride/meta.md");
            assertThat(finding.message()).contains("events/fete on " + days + ".");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"end_date: June 12", "end_date: July 9\npriority: 1", "end_date: July 9\npriority: -1"})
    void allowsOverlapsThatLengthOrPriorityDecides(String rest) throws Exception {
        files.withEvent("fete", "start_date: June 10\n" + rest);

        assertThat(look().findings()).isEmpty();
    }

    @Test
    void findsOverlapsAtNewYearAndLeapDay() throws Exception {
        files.withEvent("epiphany", "start_date: January 3\nend_date: January 8")
                .withEvent("leap_day", "start_date: February 29\nend_date: February 29")
                .withEvent("carnival", "start_date: February 28\nend_date: February 28");

        var snapshot = look();

        assertThat(snapshot.findings())
                .extracting(Finding::path)
                .containsExactly("events/leap_day/meta.md", "events/new_year/meta.md");
        assertThat(snapshot.findings().get(0).message()).contains("events/carnival on February 28.");
        assertThat(snapshot.findings().get(1).message()).contains("events/epiphany on January 3.");
    }

    @Test
    void reportsYearsInWhichMovingEventsOverlap() throws Exception {
        clock.set(Instant.parse("2028-04-01T12:00:00Z"));
        files.withEvent("palm_sunday", "start_date: Easter - 7 days\nduration: 1 day")
                .withEvent("fools", "start_date: April 9\nend_date: April 9");

        var findings = look().findings();

        assertThat(findings).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("events/palm_sunday/meta.md");
            assertThat(finding.message()).contains("events/fools on April 9, 2028.");
        });
    }

    @Test
    void reportsAtMostThreeWinningEvents() throws Exception {
        for (var i = 0; i < 9; i++) {
            files.withEvent("fete" + i, "start_date: May 1\nend_date: May 1");
        }

        var findings = look().findings();

        assertThat(findings).hasSize(8);
        assertThat(findings.get(7)).satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("events/fete8/meta.md");
            assertThat(finding.message())
                    .contains("events/fete0 on May 1; ", "events/fete2 on May 1; and others.")
                    .doesNotContain("fete3");
        });
    }

    @Test
    void rechecksDatesOnNewDay() throws Exception {
        clock.set(Instant.parse("2027-12-31T23:59:59Z"));
        files.withEvent("con", "dates:\n  2027: May 1 - May 3\n  2028: May 1 - May 3");
        files.writeTo(folder);
        var repository = repository();
        assertThat(repository.fetch().findings()).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(repository.fetch().findings()).extracting(Finding::code).containsExactly("dates-run-out");
        assertThat(repository.fetch().findings().get(0).message()).contains("2029");
    }

    @Test
    void sortsErrorsFirst() throws Exception {
        files.with("events/evergreen/banners/.gitkeep", "").without("events/pride/meta.md");

        assertThat(look().findings()).extracting(Finding::isError).containsExactly(true, false);
    }

    @Test
    void failsIfThereIsNoEvent() throws IOException {
        files.without("events").with("events/README.md", "x");
        files.writeTo(folder);

        assertThatThrownBy(() -> repository().fetch())
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("has no event");
    }

    @ParameterizedTest
    @CsvSource({"missing", "."})
    void failsIfFolderIsMissing(String name) {
        var repository = new BrandingRepository(
                new FolderSource(folder.resolve(name), Clock.systemUTC()),
                new InMemoryRepositoryCache(),
                Clock.systemUTC());

        assertThatThrownBy(repository::fetch)
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("does not contain `events/`");
    }

    @Test
    void detectsEveryEdit() throws Exception {
        files.writeTo(folder);
        var repository = repository();
        repository.fetch();

        for (var day = 1; day <= 9; day++) {
            var meta = "---\nstart_date: June " + day + "\nend_date: June 30\n---\nPride";
            Files.writeString(folder.resolve("events/pride/meta.md"), meta);

            assertThat(event(repository.fetch(), "pride").dates().orElseThrow().describe())
                    .isEqualTo("June " + day + " – June 30");
        }
    }

    @Test
    void doesNotFollowLinks() throws Exception {
        files.writeTo(folder);
        var banners = folder.resolve("events/pride/banners");
        Files.createSymbolicLink(banners.resolve("link.png"), banners.resolve("banner.png"));
        Files.createSymbolicLink(folder.resolve("events/twin"), folder.resolve("events/pride"));

        var snapshot = repository().fetch();

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("no-event", "not-a-file");
        assertThat(snapshot.findings().get(0).path()).isEqualTo("events/twin");
        assertThat(snapshot.findings().get(0).message())
                .isEqualTo("This is a symbolic link, which is not followed. Put the folder itself here.");
        assertThat(snapshot.events()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events/pride/.git", "events/pride/.git/HEAD"})
    void doesNotReadASubmodule(String git) throws Exception {
        files.with(git, "gitdir: ../../.git/modules/pride");

        var snapshot = look();

        assertThat(snapshot.findings())
                .containsExactly(Finding.error(
                        "no-event",
                        "events/pride",
                        "This is a submodule, which is not followed. Put the folder itself here."));
        assertThat(snapshot.invalidEvents()).containsExactly("events/pride");
        assertThat(snapshot.events()).hasSize(2);
    }

    @Test
    void hashesLikeGit() {
        assertThat(GitBlobHash.of(new byte[0])).isEqualTo("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(GitBlobHash.of("hello\n".getBytes(UTF_8))).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    @Test
    void fetchesImage() throws Exception {
        files.with("events/pride/server_icons/icon.gif", TestImages.encoded("gif", 2));
        var snapshot = look();
        var icon = event(snapshot, "pride").icons().get(0);
        var repository = repository();

        var check = repository.fetchImage(icon);

        assertThat(check).isInstanceOfSatisfying(FetchedImage.Usable.class, usable -> {
            assertThat(usable.image().type()).isEqualTo(ImageType.GIF);
            assertThat(usable.image().isAnimated()).isTrue();
            assertThat(GitBlobHash.of(usable.image().bytes())).isEqualTo(icon.sha());
        });
        assertThat(repository.imageStatus(icon)).contains(new ImageStatus.Supported(ImageType.GIF, true));
    }

    @ParameterizedTest
    @CsvSource({"png, 12", "jpg, 2", "gif, 1"})
    void completesImageWithoutEndMarker(String extension, int cut) throws Exception {
        var whole = Drawings.opaque(extension, 512, 512);
        files.without("events/pride/server_icons/icon.png")
                .with("events/pride/server_icons/icon." + extension, Arrays.copyOf(whole, whole.length - cut));
        var snapshot = look();
        var icon = event(snapshot, "pride").icons().get(0);

        var check = repository().fetchImage(icon);

        assertThat(snapshot.findings()).extracting(Finding::code).containsExactly("no-end-marker");
        assertThat(check).isInstanceOfSatisfying(FetchedImage.Usable.class, usable -> {
            assertThat(usable.image().bytes()).isEqualTo(whole);
            assertThat(usable.image().asset().sha()).isEqualTo(icon.sha()).isNotEqualTo(GitBlobHash.of(whole));
        });
    }

    @Test
    void rejectsImageThatNoDecoderAccepts() throws Exception {
        var damaged = TestImages.banner("damaged");
        damaged[damaged.length - 13]++;
        files.with("events/pride/banners/damaged.png", damaged);

        var snapshot = look();

        assertThat(snapshot.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("truncated-image", "events/pride/banners/damaged.png"));
    }

    @Test
    void failsIfImageChangedSinceFetch() throws Exception {
        var icon = event(look(), "pride").icons().get(0);
        Files.write(folder.resolve(icon.path()), BrandingFiles.banner("other"));

        assertThatThrownBy(() -> repository().fetchImage(icon))
                .isInstanceOf(RepositoryUnavailableException.class)
                .hasMessageContaining("Try again");
    }

    @Test
    void everyFindingHasItsOwnCode() {
        assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }

    private Snapshot look() throws IOException, RepositoryUnavailableException {
        files.writeTo(folder);
        return repository().fetch();
    }

    private BrandingRepository repository() {
        return new BrandingRepository(
                new FolderSource(folder, Clock.systemUTC()), new InMemoryRepositoryCache(), clock);
    }

    private static BrandingEvent event(Snapshot snapshot, String name) {
        return snapshot.calendar().event("events/" + name).orElseThrow();
    }
}
