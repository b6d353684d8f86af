package dev.brandingbot.sync.guild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.sync.BrandingSynchronizerFixture;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManualChangeDetectorIT extends BrandingSynchronizerFixture {
    private static final DiscordResult FAILED = new DiscordResult.Failed("Discord did not answer in time.");

    @BeforeEach
    void showTheFallback() {
        source.fallback("evergreen");
        synchronise();
    }

    @Test
    void areFoundUntilTheBotPutsItsOwnOnAgain() {
        guild.changeByHand(AssetKind.ICON);
        assertThat(found()).containsExactly(AssetKind.ICON);

        synchronise();
        assertThat(found()).containsExactly(AssetKind.ICON);

        synchroniser().resync(MODERATOR);
        assertThat(found()).isEmpty();
    }

    @Test
    void areNotClaimedWhereAllIsAsItWasPutOn() {
        source.event("pride", "June 1", "June 30");
        synchronise();
        source.rename("pride", "pride_month");
        synchronise();

        assertThat(found()).isEmpty();
    }

    /** Discord may have done it, or not. */
    @Test
    void areNotClaimedWhileTheFateOfAnUploadIsUnknown() {
        guild.changeByHand(AssetKind.ICON);
        guild.answerWith((images, reason) -> FAILED);

        synchroniser().resync(MODERATOR);

        assertThat(found()).isEmpty();
    }

    /** An older version remembered none, and an answer may have come without. */
    @Test
    void areNotClaimedWhereNoHashIsRemembered() {
        var remembered = state().read();
        state().write(remembered.withAsset(AssetKind.ICON, remembered.icon().withHash(Optional.empty())));

        guild.changeByHand(AssetKind.ICON);

        assertThat(found()).isEmpty();
    }

    @Test
    void areNotClaimedWhileTheGuildIsNotThere() {
        guild.changeByHand(AssetKind.ICON);
        guild.set(GuildCapabilities.NONE);

        assertThat(found()).isEmpty();
    }

    /** Discord takes the banner away by itself. */
    @Test
    void areNotClaimedOfABannerWhereTheGuildHasNoneAnyMore() {
        guild.changeByHand(AssetKind.BANNER);
        guild.set(PLAIN);

        assertThat(found()).isEmpty();
    }

    private Set<AssetKind> found() {
        return new ManualChangeDetector(guild, state()).detect();
    }
}
