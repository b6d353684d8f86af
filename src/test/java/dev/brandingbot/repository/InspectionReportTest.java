package dev.brandingbot.repository;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.Asset;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.source.CountingSource;
import dev.brandingbot.repository.source.FolderSource;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.repository.validation.InspectedEvent;
import dev.brandingbot.testing.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a close look at a folder finds. */
class InspectionReportTest {
    private static final byte[] PARTY = TestImages.animatedGif("party");

    @TempDir
    private Path folder;

    private final BrandingFiles files = BrandingFiles.sound();

    @Test
    void hasNoFindingsForValidRepository() throws Exception {
        var inspection = inspect();

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.isValid()).isTrue();
        assertThat(inspection.unreadPaths()).isEmpty();
        assertThat(inspection.obstacle()).isEmpty();
        assertThat(inspection.events())
                .extracting(
                        InspectedEvent::path,
                        InspectedEvent::isValid,
                        InspectedEvent::isFallback,
                        event -> event.meta().description())
                .containsExactly(
                        tuple("events/evergreen", true, true, "**evergreen**"),
                        tuple("events/new_year", true, false, "**new_year**"),
                        tuple("events/pride", true, false, "**pride**"));
    }

    @Test
    void describesInvalidEvent() throws Exception {
        files.without("events/pride/banners")
                .with("events/evergreen/meta.md", "---\nfallback: true\n---\n")
                .with("events/new_year/meta.md", "---\nstart_date: [\n---\nWords");

        var inspection = inspect();

        assertThat(inspection.isValid()).isFalse();
        assertThat(inspection.events())
                .extracting(
                        InspectedEvent::isValid,
                        InspectedEvent::isFallback,
                        event -> event.meta().dates().map(EventDates::asText),
                        event -> event.banners().size(),
                        event -> event.icons().size())
                .containsExactly(
                        tuple(false, true, Optional.empty(), 1, 1),
                        tuple(false, false, Optional.empty(), 1, 1),
                        tuple(false, false, Optional.of("June 1 to June 30"), 0, 1));
    }

    @Test
    void reportsErrorIfNoImageOfKindIsUsable() throws Exception {
        files.with("events/pride/server_icons/icon.png", "version https://git-lfs.github.com/spec/v1\n")
                .with("events/new_year/banners/banner.png", "no image");

        var inspection = inspect();

        assertThat(inspection.isValid()).isFalse();
        assertThat(inspection.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("no-usable-banner", "events/new_year/banners"),
                        tuple("no-usable-icon", "events/pride/server_icons"));
        assertThat(inspection.events()).extracting(InspectedEvent::isValid).containsExactly(true, false, false);
    }

    @Test
    void reportsLineOfDescriptionProblem() throws Exception {
        files.with("events/pride/meta.md", "---\nstart_date: June 1\nend_date: June 30\n---\n\n\nA\n[here](more.md)\n");

        assertThat(inspect().findings())
                .extracting(Finding::code, finding -> finding.line().orElse(0))
                .containsExactly(tuple("broken-link", 8));
    }

    @Test
    void treatsAnimatedImageAndStillVariantAsOneAsset() throws Exception {
        files.with(icon("party.gif"), PARTY).with(icon("party.png"), TestImages.png("party"));

        var inspection = inspect();

        assertThat(inspection.findings()).isEmpty();
        assertThat(icons(inspection)).extracting(Asset::name).containsExactly("icon.png", "party.gif");
        assertThat(icons(inspection).get(1).still()).map(Asset::name).contains("party.png");
    }

    @Test
    void matchesStillVariantsInAnyUnicodeForm() throws Exception {
        files.with(icon("fe\u0302te.gif"), PARTY).with(icon("f\u00eate.png"), TestImages.png("party"));

        assertThat(icons(inspect())).extracting(Asset::name).containsExactlyInAnyOrder("icon.png", "fe\u0302te.gif");
    }

    @Test
    void reportsAnimatedImageWithoutStillVariant() throws Exception {
        files.with(icon("party.gif"), PARTY).with(icon("other.png"), TestImages.png("other"));

        var inspection = inspect();

        assertThat(inspection.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("no-still-variant", icon("party.gif")));
        assertThat(repository().fetch().findings()).isEmpty();
    }

    @Test
    void treatsStillGifAsSeparateAsset() throws Exception {
        files.with(icon("party.gif"), TestImages.gif("party")).with(icon("party.png"), TestImages.png("party"));

        assertThat(icons(inspect())).extracting(Asset::name).containsExactly("icon.png", "party.gif", "party.png");
    }

    @Test
    void ignoresInvalidStillVariant() throws Exception {
        files.with(icon("party.gif"), PARTY).with(icon("party.png"), "no image");

        var inspection = inspect();

        assertThat(inspection.findings()).extracting(Finding::code).containsExactly("no-still-variant", "not-an-image");
        assertThat(icons(inspection)).extracting(Asset::name).containsExactly("icon.png", "party.gif", "party.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"banner", "Banners", "BANNERS"})
    void reportsMisnamedBannerFolder(String name) throws Exception {
        files.without("events/pride/banners").with("events/pride/" + name + "/flag.png", BrandingFiles.banner("flag"));

        assertThat(inspect().findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("no-banner");
            assertThat(finding.message()).contains("Rename the folder `" + name + "/` to `banners/`.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"icons", "icon", "server_icon", "server-icons", "servericons", "Server_Icons"})
    void warnsAboutImagesInMisnamedIconFolder(String name) throws Exception {
        files.with("events/pride/" + name + "/heart.png", BrandingFiles.icon("heart"));

        assertThat(inspect().findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("misnamed-folder", "events/pride/" + name));
    }

    @Test
    void reportsFolderWithoutEventOnce() throws Exception {
        files.with("events/archive/notes.txt", "x").with("events/archive/old/flag.png", BrandingFiles.banner("flag"));

        var inspection = inspect();

        assertThat(inspection.findings())
                .extracting(Finding::code, Finding::path, Finding::isError)
                .containsExactly(tuple("no-event", "events/archive", true));
        assertThat(repository().fetch().invalidEvents()).containsExactly("events/archive");
    }

    @Test
    void readsEachFileOnce() throws Exception {
        files.writeTo(folder);
        var source = new CountingSource(new FolderSource(folder, Clock.systemUTC()));

        new BrandingRepository(source, new InMemoryRepositoryCache(), Clock.systemUTC()).inspect();

        assertThat(source.read()).isEqualTo(files.all().keySet().stream().collect(toMap(path -> path, path -> 1)));
    }

    private InspectionReport inspect() throws IOException, RepositoryUnavailableException {
        files.writeTo(folder);
        return repository().inspect();
    }

    private BrandingRepository repository() {
        return new BrandingRepository(
                new FolderSource(folder, Clock.systemUTC()), new InMemoryRepositoryCache(), Clock.systemUTC());
    }

    private static String icon(String name) {
        return "events/pride/server_icons/" + name;
    }

    private static List<Asset> icons(InspectionReport inspection) {
        return inspection.events().stream()
                .filter(event -> event.path().equals("events/pride"))
                .findFirst()
                .orElseThrow()
                .icons();
    }
}
