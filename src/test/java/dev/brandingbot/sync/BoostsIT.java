package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.image.format.ImageType;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.AppliedAsset;
import dev.brandingbot.state.AssetVariant;
import dev.brandingbot.sync.asset.AssetOutcome.Applied;
import dev.brandingbot.sync.asset.AssetOutcome.NotSupported;
import dev.brandingbot.sync.asset.AssetOutcome.Unchanged;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Features of a guild that come with boosts, and go with them. */
class BoostsIT extends BrandingSynchronizerFixture {
    private static final GuildCapabilities ALL = new GuildCapabilities(true, true, true, true, true, true);
    private static final GuildCapabilities STILL = new GuildCapabilities(true, true, true, false, false, true);
    private static final String PARTY = "evergreen/server_icons/party.gif";
    private static final String TWIN = "evergreen/server_icons/party.png";

    @BeforeEach
    void anAnimatedIcon() {
        source.meta("evergreen", "fallback: true")
                .banner("evergreen", "banner.png")
                .icon("evergreen", "party.gif");
    }

    @Test
    void countsTwinsAsOneAsset() {
        source.icon("evergreen", "party.png");

        synchronise();

        assertThat(slot().useCounts()).isEqualTo(Map.of(source.sha(PARTY), 1));
        assertThat(lastIcon().type()).isEqualTo(ImageType.GIF);
    }

    @Test
    void showsTheStillTwinWhereAnimatedOnesAreNotShown() {
        source.icon("evergreen", "party.png");
        guild.set(STILL);

        var report = synchronised();

        assertThat(report.isComplete()).isTrue();
        assertThat(sha(lastIcon())).isEqualTo(source.sha(TWIN));
        assertThat(slot().sha()).hasValue(source.sha(PARTY));
        assertThat(slot().variant()).isEqualTo(new AssetVariant(source.sha(TWIN)));
    }

    @Test
    void showsTheFirstFrameWhereThereIsNoTwin() {
        guild.set(STILL);

        var report = synchronised();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(lastIcon().type()).isEqualTo(ImageType.PNG);
        assertThat(slot().sha()).hasValue(source.sha(PARTY));
        assertThat(slot().variant()).isEqualTo(AssetVariant.FIRST_FRAME);
    }

    @Test
    void showsTheFirstFrameWhereTheTwinCannotBeUsed() {
        source.put(TWIN, "version https://git-lfs.github.com/spec/v1\n");
        guild.set(STILL);

        synchronise();
        synchronise();
        var requests = guild.requests().size();
        var again = synchronised();

        assertThat(slot().variant()).isEqualTo(AssetVariant.FIRST_FRAME);
        assertThat(again.icon()).isInstanceOf(Unchanged.class);
        assertThat(guild.requests()).hasSize(requests);
    }

    @Test
    void changesTheFormWithTheFeatureAndCountsNoTurn() {
        source.icon("evergreen", "party.png").icon("evergreen", "calm.png");
        rotateEvery(Duration.ofDays(3));
        synchroniseUntilPartyIsOn();
        var before = slot();

        guild.set(STILL);
        var lost = synchronised();
        var still = slot();
        guild.set(ALL);
        var gained = synchronised();

        assertThat(lost.icon()).isInstanceOf(Applied.class);
        assertThat(still).isEqualTo(before.withVariant(new AssetVariant(source.sha(TWIN))));
        assertThat(gained.icon()).isInstanceOf(Applied.class);
        assertThat(lastIcon().type()).isEqualTo(ImageType.GIF);
        assertThat(slot()).isEqualTo(before);
    }

    @Test
    void leavesAStillAssetAloneWhenTheFeatureGoesAndComes() {
        source.remove(PARTY).icon("evergreen", "calm.png");
        synchronise();

        guild.set(STILL);
        synchronise();
        guild.set(ALL);
        synchronise();

        assertThat(guild.requests()).hasSize(1);
    }

    @Test
    void putsATwinOnAsSoonAsThereIsOneAndAgainWhenItChanges() {
        guild.set(STILL);
        synchronise();

        source.icon("evergreen", "party.png");
        synchronise();
        var first = sha(lastIcon());
        source.put(TWIN, TestImages.png("redrawn"));
        synchronise();

        assertThat(first).isNotEqualTo(source.sha(TWIN));
        assertThat(sha(lastIcon())).isEqualTo(source.sha(TWIN));
        assertThat(slot().useCounts()).isEqualTo(Map.of(source.sha(PARTY), 1));
        assertThat(guild.requests()).hasSize(3);
    }

    @Test
    void readsWhatAnOlderVersionRememberedWithoutUploadingAgain() {
        guild.set(STILL);
        source.remove(PARTY).put("evergreen/server_icons/calm.gif", TestImages.gif("calm"));
        synchronise();
        // Nothing is known of the bytes any more.
        restart();

        var report = synchronised();

        assertThat(report.icon()).isInstanceOf(Unchanged.class);
        assertThat(guild.requests()).hasSize(1);
        assertThat(synchronised().icon()).isInstanceOf(Unchanged.class);
        assertThat(source.fetched())
                .filteredOn(path -> path.endsWith("calm.gif"))
                .hasSize(2);
    }

    @Test
    void replacesAnAnimatedAssetThatAnOlderVersionPutOn() {
        synchronise();
        restart();
        guild.set(STILL);

        assertThat(synchronised().icon()).isInstanceOf(Applied.class);
        assertThat(lastIcon().type()).isEqualTo(ImageType.PNG);
    }

    @Test
    void putsTheBannerOnAgainWhenBannersComeBack() {
        synchronise();
        var before = banner();

        guild.set(PLAIN);
        var without = synchronised();
        synchronise();
        var whileWithout = guild.requests().size();
        guild.set(ALL);
        var again = synchronised();

        assertThat(without.banner()).isInstanceOf(NotSupported.class);
        assertThat(without.isComplete()).isTrue();
        // The icon's first frame, once.
        assertThat(whileWithout).isEqualTo(2);
        assertThat(again.banner()).isInstanceOf(Applied.class);
        assertThat(banner()).isEqualTo(before);
        assertThat(slot(AssetKind.BANNER).useCounts()).containsValue(1);
        assertThat(synchronised().banner()).isInstanceOf(Unchanged.class);
    }

    @Test
    void keepsAnimatedBannersStillWhereOnlyIconsMayMove() {
        source.put("evergreen/banners/banner.gif", TestImages.animatedGif("b")).remove("evergreen/banners/banner.png");
        guild.set(new GuildCapabilities(true, true, true, true, false, true));

        synchronise();

        assertThat(slot(AssetKind.BANNER).variant()).isEqualTo(AssetVariant.FIRST_FRAME);
        assertThat(slot().variant()).isEqualTo(AssetVariant.ORIGINAL);
    }

    private void synchroniseUntilPartyIsOn() {
        for (var day = DAY; !slot().sha().equals(Optional.of(source.sha(PARTY))); day = day.plusDays(3)) {
            synchroniseOn(day);
        }
    }

    private AppliedAsset slot() {
        return slot(AssetKind.ICON);
    }

    private AppliedAsset slot(AssetKind kind) {
        return state().read().asset(kind);
    }

    private AssetImage lastIcon() {
        var icons = guild.requests().stream()
                .filter(images -> images.containsKey(AssetKind.ICON))
                .map(images -> images.get(AssetKind.ICON))
                .toList();
        return List.copyOf(icons).get(icons.size() - 1);
    }

    private String sha(AssetImage image) {
        return source.shaOf(image.bytes());
    }
}
