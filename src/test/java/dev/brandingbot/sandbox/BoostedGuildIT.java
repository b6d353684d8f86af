package dev.brandingbot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brandingbot.sandbox.server.LoggedRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes and goes with a guild's boosts. */
class BoostedGuildIT extends SandboxFixture {
    private static final LocalDate HALLOWEEN = LocalDate.of(2027, 10, 31);
    private static final String ANIMATED = "events/halloween/server_icons/pumpkin_lantern.gif";
    private static final String TWIN = "events/halloween/server_icons/pumpkin_lantern.png";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void showsTheStillVariantWithoutAnimatedIcons() throws Exception {
        lookOn(HALLOWEEN);
        var before = icon();

        sandbox.discord().setFeatures(Set.of("BANNER"));
        await().atMost(TIMEOUT).until(() -> icon().equals(TWIN));
        sandbox.discord().setFeatures(Set.of("BANNER", "ANIMATED_ICON"));
        await().atMost(TIMEOUT).until(() -> icon().equals(ANIMATED));

        assertThat(before).isEqualTo(ANIMATED);
        assertThat(announcements()).hasSize(1);
        assertThat(text(ask("/branding daemon status"))).contains("pumpkin_lantern.gif");
    }

    @Test
    void servesIconsAloneWhileBannersAreMissing() throws Exception {
        sandbox.discord().setFeatures(Set.of());

        lookOn(HALLOWEEN);
        var whileMissing = banner();
        sandbox.discord().setFeatures(Set.of("BANNER"));
        await().atMost(TIMEOUT).until(() -> banner().contains("halloween"));

        assertThat(whileMissing).contains("evergreen");
        assertThat(icon()).isEqualTo(TWIN);
        assertThat(announcements()).hasSize(1);
    }

    @Test
    void appliesTheBannerAgainWhenItsFeatureReturns() throws Exception {
        var before = banner();

        sandbox.discord().setFeatures(Set.of("ANIMATED_ICON"));
        await().atMost(TIMEOUT).until(() -> text(ask("/branding daemon status")).contains("Banner: not applied"));
        sandbox.discord().setFeatures(Set.of("ANIMATED_ICON", "BANNER"));

        await().atMost(TIMEOUT).until(() -> bannerUploads() == 2);
        assertThat(banner()).isEqualTo(before);
    }

    private long bannerUploads() {
        return uploads().stream()
                .map(LoggedRequest::body)
                .filter(body -> body.has("banner"))
                .count();
    }
}
