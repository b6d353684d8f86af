package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on may not be what is remembered, and what was announced is not known for sure. */
class UncertainUploadIT extends BrandingSynchronizerFixture {
    private static final DiscordResult DONE = new DiscordResult.Success();
    private static final DiscordResult REFUSED = new DiscordResult.Rejected("Discord answered: 400.");

    /** Seed 85 of the chaos test. */
    @Test
    void repairsUntilDiscordTakesTheImage() {
        source.fallback("evergreen");
        synchronise();
        guild.changeByHand(AssetKind.ICON);
        state().markUncertain();
        guild.answerWith((images, reason) -> REFUSED);
        synchronise();
        var whileRefused = icon();

        guild.answerWith((images, reason) -> DONE);
        synchronise();

        assertThat(whileRefused).isEqualTo("none");
        assertThat(icon()).contains("evergreen");
        assertThat(state().uncertainty()).isEmpty();
    }

    @Test
    void putsOneImageOnWhereDiscordStumblesOverTheOther() {
        source.fallback("evergreen");
        guild.answerWith((images, reason) ->
                images.containsKey(AssetKind.BANNER) ? new DiscordResult.Failed("Discord answered: 500.", true) : DONE);

        var report = synchronised();

        assertThat(icon()).contains("evergreen");
        assertThat(report.banner()).isInstanceOf(AssetOutcome.Failed.class);
        assertThat(report.pendingLines()).singleElement().asString().contains("Banner", "Discord answered: 500.");
    }

    /** Seed 6 of the chaos test. */
    @Test
    void putsTheBannerOnOnceTheGuildHasTheFeatureAgainWhereItsFateIsUnknown() {
        source.fallback("evergreen");
        synchronise();
        guild.changeByHand(AssetKind.BANNER);
        state().markUncertain();
        guild.set(PLAIN);
        synchronise();

        guild.set(new GuildCapabilities(true, true, true, true, true, true));
        synchronise();

        assertThat(banner()).contains("evergreen");
    }

    @Test
    void repairsNothingWhereOnlyANewImageIsRefused() {
        source.fallback("evergreen");
        guild.answerWith((images, reason) -> REFUSED);

        synchronise();

        assertThat(state().uncertainty()).isEmpty();
    }

    /** Seed 117 of the chaos test: Discord refused the banner of the event in between. */
    @Test
    void putsOnAgainWhatAnEventFindsOnFromItsLastTime() {
        source.fallback("evergreen").event("one_day", "June 11", "June 11");
        guild.answerWith((images, reason) -> Optional.ofNullable(images.get(AssetKind.BANNER))
                        .filter(banner -> banner.asset().path().contains("one_day"))
                        .isPresent()
                ? REFUSED
                : DONE);
        synchroniseOn(DAY);
        synchroniseOn(DAY.plusDays(1));
        guild.changeByHand(AssetKind.BANNER);

        synchroniseOn(DAY.plusDays(2));

        assertThat(banner()).isEqualTo("events/evergreen/banners/banner.png");
        assertThat(state().read().banner().useCounts().values()).containsExactly(1);
    }

    /** Seed 64 of the chaos test. */
    @Test
    void announcesNoEventInTheMiddleOfItsDaysOnceThereIsAChangelog() {
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("one_day", "June 11", "June 11");
        guild.set(new GuildCapabilities(true, true, true, true, true, false));
        synchroniseOn(DAY);

        guild.set(new GuildCapabilities(true, true, true, true, true, true));
        synchroniseOn(DAY.plusDays(1));
        synchroniseOn(DAY.plusDays(2));

        assertThat(guild.announced()).containsExactly("events/one_day");
    }
}
