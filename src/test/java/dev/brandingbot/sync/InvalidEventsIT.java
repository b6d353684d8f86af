package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.Pin;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.sync.asset.AssetOutcome.Applied;
import dev.brandingbot.sync.asset.AssetOutcome.Failed;
import dev.brandingbot.sync.asset.AssetOutcome.NotSupported;
import dev.brandingbot.sync.asset.AssetOutcome.Unchanged;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event of which no icon, or no banner, can be used is not applied by half. */
class InvalidEventsIT extends BrandingSynchronizerFixture {
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n";

    /** Two frames without content. */
    private static final String UNDECODABLE_GIF = "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\0,\0\0\0\0\1\0\1\0\0\2\0;";

    private static final GuildCapabilities NO_ANIMATION = new GuildCapabilities(true, true, true, false, false, true);

    @BeforeEach
    void aFallback() {
        source.fallback("evergreen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_icons/icon.png", "banners/banner.png"})
    void leavesOutEventWithoutUsableAssetOfOneKind(String file) {
        source.event("pride", "June 1", "June 30").put("pride/" + file, POINTER);

        var report = synchronised();

        assertThat(report.event().path()).isEqualTo("events/evergreen");
        assertThat(banner()).contains("evergreen");
        assertThat(icon()).contains("evergreen");
        assertThat(guild.requests()).hasSize(1);
        assertThat(guild.announced()).isEmpty();
        assertThat(calendar()).containsExactly("events/evergreen");
    }

    @Test
    void namesWhatIsWrongWithEventThatIsLeftOut() {
        source.event("pride", "June 1", "June 30").put("pride/server_icons/icon.png", POINTER);

        var first = synchronised();
        var second = synchronised();

        assertThat(first.findings()).extracting(Finding::code).containsExactly("no-usable-icon", "lfs-pointer");
        assertThat(first.findings().get(0).isError()).isTrue();
        assertThat(second.findings()).as("the same words at every check").isEqualTo(first.findings());
    }

    @Test
    void choosesOtherDatedEventOfTheDay() {
        source.event("pride", "June 1", "June 30")
                .event("one_day", "June 10", "June 10")
                .put("one_day/server_icons/icon.png", POINTER);

        synchronise();

        assertThat(icon()).contains("pride");
        assertThat(banner()).contains("pride");
        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void keepsBrandingWhenTheFallbackIsInvalidToo() {
        synchronise();
        source.remove("evergreen")
                .fallback("another")
                .put("another/banners/banner.png", POINTER)
                .event("pride", "June 1", "June 30")
                .put("pride/server_icons/icon.png", POINTER);

        var report = synchronise();

        assertThat(report).isInstanceOf(SyncReport.Unchanged.class);
        assertThat(report.findings())
                .extracting(Finding::code)
                .contains("no-active-event", "no-usable-icon", "no-usable-banner");
        assertThat(icon()).contains("evergreen");
        assertThat(guild.requests()).hasSize(1);
    }

    @Test
    void ignoresPinOfInvalidEvent() {
        source.event("pride", "December 1", "December 2").put("pride/server_icons/icon.png", POINTER);
        synchronise();

        var adjusted = synchroniser()
                .override(
                        (current, today) -> current.withPin(new Pin("events/pride", today, Optional.empty())),
                        MODERATOR);

        assertThat(((SyncReport.Synchronized) adjusted.report()).event().path()).isEqualTo("events/evergreen");
        assertThat(adjusted.report().findings())
                .extracting(Finding::code)
                .contains("pinned-event-unavailable", "no-usable-icon");
        assertThat(icon()).contains("evergreen");
    }

    @Test
    void appliesEventOnceItsAssetIsFixed() {
        source.event("pride", "June 1", "June 30").put("pride/server_icons/icon.png", POINTER);
        synchronise();

        source.icon("pride", "icon.png");
        var report = synchronised();

        assertThat(report.isEntered()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(icon()).contains("pride");
        assertThat(banner()).contains("pride");
        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void rotatesAmongTheUsableAssetsOfAnEvent() {
        source.icon("evergreen", "second.png")
                .put("evergreen/server_icons/pointer.png", POINTER)
                .put("evergreen/server_icons/drawing.png", "<svg></svg>");
        rotateEvery(Duration.ZERO);

        for (var check = 0; check < 6; check++) {
            assertThat(synchronised().icon()).isInstanceOf(Applied.class);
            assertThat(icon()).doesNotContain("pointer", "drawing");
        }
    }

    @Test
    void triesNoMoreThanAFewAssetsOfManyInvalidEventsInOneCheck() {
        for (var event = 0; event < 20; event++) {
            source.event("event%d".formatted(event), "June 1", "June 30")
                    .put("event%d/server_icons/icon.png".formatted(event), POINTER + event);
        }

        var first = synchronised();
        var whileUnknown = icon();
        var second = synchronised();

        assertThat(first.icon()).isInstanceOf(Failed.class);
        assertThat(whileUnknown).isEqualTo("none");
        assertThat(second.event().path()).isEqualTo("events/evergreen");
        assertThat(source.fetched())
                .filteredOn(path -> path.contains("/event") && path.contains("server_icons"))
                .hasSize(20);
    }

    @Nested
    class AnActiveEvent {
        @BeforeEach
        void isActive() {
            source.event("pride", "June 1", "June 30");
            synchronise();
            source.put("pride/server_icons/icon.png", POINTER);
        }

        @Test
        void staysUntilItsLastKnownDay() {
            var during = synchronise();
            var after = (SyncReport.Synchronized) synchroniseOn(DAY.plusMonths(1));

            assertThat(during).isInstanceOf(SyncReport.Unchanged.class);
            assertThat(during.findings())
                    .extracting(Finding::code)
                    .containsExactly("active-event-invalid", "no-usable-icon", "lfs-pointer");
            assertThat(guild.requests()).hasSize(2);
            assertThat(after.event().path()).isEqualTo("events/evergreen");
            assertThat(icon()).contains("evergreen");
        }

        @Test
        void staysInTheCalendarMeanwhile() {
            synchronise();

            assertThat(calendar()).containsExactly("events/evergreen", "events/pride");
            assertThat(state().read().event()).map(ActiveEvent::path).hasValue("events/pride");
        }

        @Test
        void givesWayToAnotherDatedEvent() {
            source.event("one_day", "June 11", "June 11");

            synchroniseOn(DAY.plusDays(1));

            assertThat(icon()).contains("one_day");
        }

        @Test
        void goesOnWhenItsIconIsFixed() {
            synchronise();

            source.put("pride/server_icons/icon.png", TestImages.png("redrawn"));
            var report = synchronised();

            assertThat(report.icon()).isInstanceOf(Applied.class);
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void keepsTheBannerThatWouldHaveBeenNext() {
            source.banner("pride", "second.png");

            synchronise();

            assertThat(banner()).endsWith("banner.png");
        }
    }

    @Test
    void keepsActiveFallbackThatBecomesInvalid() {
        synchronise();
        source.put("evergreen/banners/banner.png", POINTER);

        var report = synchroniseOn(DAY.plusMonths(3));

        assertThat(report).isInstanceOf(SyncReport.Unchanged.class);
        assertThat(report.findings()).extracting(Finding::code).contains("active-event-invalid", "no-usable-banner");
        assertThat(guild.requests()).hasSize(1);
    }

    @Nested
    class WhatIsKnown {
        @BeforeEach
        void anInvalidEvent() {
            source.event("pride", "June 1", "June 30").put("pride/server_icons/icon.png", POINTER);
        }

        @Test
        void isNotDownloadedAgain() {
            synchronise();
            var fetched = source.fetched().size();

            for (var check = 0; check < 3; check++) {
                assertThat(synchronised().icon()).isInstanceOf(Unchanged.class);
            }

            assertThat(source.fetched()).hasSize(fetched);
            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void isKnownToAnotherInstanceToo() {
            var cache = new InMemoryRepositoryCache();
            var one = copy(guild, cache);
            var other = copy(guild, cache);
            source.failBlobs(true);
            one.synchronize();
            other.synchronize();
            source.failBlobs(false);
            one.synchronize();
            var fetched = source.fetched().size();

            var report = (SyncReport.Synchronized) other.synchronize();

            assertThat(report.event().path()).isEqualTo("events/evergreen");
            assertThat(report.icon()).isInstanceOf(Unchanged.class);
            assertThat(source.fetched()).hasSize(fetched);
            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void isLeftOutOfTheCalendarThatModeratorsFetch() throws Exception {
            synchronise();

            var snapshot = synchroniser().refreshCalendar();

            assertThat(snapshot.invalidEvents()).containsExactly("events/pride");
            assertThat(calendar()).containsExactly("events/evergreen");
        }
    }

    @Nested
    class AFailedDownload {
        @ParameterizedTest
        @ValueSource(strings = {"server_icons/icon.png", "banners/banner.png"})
        void isNoUnusableAsset(String file) {
            source.event("pride", "June 1", "June 30").failOnly("pride/" + file);

            var failed = synchronised();
            var whileFailing = guild.requests().size();
            source.failOnly("");
            var later = synchronised();

            assertThat(failed.event().path()).isEqualTo("events/pride");
            assertThat(failed.banner()).isInstanceOf(Failed.class);
            assertThat(failed.icon()).isInstanceOf(Failed.class);
            assertThat(failed.isInSync()).isFalse();
            assertThat(failed.findings()).isEmpty();
            assertThat(whileFailing).as("nothing is applied by half").isZero();
            assertThat(later.isComplete()).isTrue();
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        /** Each download takes up to a minute before it fails: a moderator who asked for it shall not wait for two. */
        @Test
        void isTheOnlyOneOfItsCheck() {
            source.event("pride", "June 1", "June 30").failOnly("pride/banners/banner.png");

            var failed = synchronised();

            assertThat(source.fetched()).noneMatch(path -> path.startsWith("events/pride/server_icons"));
            assertThat(failed.icon().text()).contains("applied together with the banner");
        }

        @Test
        void holdsUpTheRotationOfTheOtherKind() {
            source.banner("evergreen", "second.png").icon("evergreen", "second.png");
            synchronise();
            clock.advance(Duration.ofDays(4));
            var next = icon().endsWith("second.png") ? "icon.png" : "second.png";
            source.failOnly("evergreen/server_icons/" + next);

            var failed = synchronised();
            var whileFailing = guild.requests().size();
            source.failOnly("");
            var later = synchronised();

            assertThat(failed.banner().text()).contains("applied together with the icon");
            assertThat(whileFailing).isEqualTo(1);
            assertThat(later.banner()).isInstanceOf(Applied.class);
            assertThat(later.icon()).isInstanceOf(Applied.class);
        }

        @Test
        void leavesOneKindAloneThatIsUpToDate() {
            synchronise();
            source.icon("evergreen", "second.png").failOnly("evergreen/server_icons/second.png");

            var report = synchronised();

            assertThat(report.banner()).isInstanceOf(Unchanged.class);
            assertThat(report.icon()).isInstanceOf(Failed.class);
        }
    }

    @Nested
    class AServerWithoutBanners {
        @BeforeEach
        void showsNone() {
            guild.set(PLAIN);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void needsNoBanner(boolean isThere) {
            source.event("pride", "June 1", "June 30").remove("pride/banners");
            if (isThere) {
                source.put("pride/banners/banner.png", POINTER);
            }

            var report = synchronised();

            assertThat(icon()).contains("pride");
            assertThat(report.banner()).isInstanceOf(NotSupported.class);
            assertThat(report.isComplete()).isTrue();
            assertThat(report.findings()).noneMatch(Finding::isError);
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void keepsActiveEventWhenItGetsBanners() {
            source.event("pride", "June 1", "June 30").put("pride/banners/banner.png", POINTER);
            synchronise();

            guild.set(new GuildCapabilities(true, true, true, true, true, true));
            var report = synchronise();

            assertThat(report).isInstanceOf(SyncReport.Unchanged.class);
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .contains("active-event-invalid", "no-usable-banner");
            assertThat(icon()).contains("pride");
        }

        @Test
        void showsAnEventThatWasLeftOutAsSoonAsItLosesBanners() {
            guild.set(new GuildCapabilities(true, true, true, true, true, true));
            source.event("pride", "June 1", "June 30").put("pride/banners/banner.png", POINTER);
            synchronise();
            var before = icon();

            guild.set(PLAIN);
            synchronise();

            assertThat(before).contains("evergreen");
            assertThat(icon()).contains("pride");
        }
    }

    @Nested
    class AServerWithoutAnimation {
        @BeforeEach
        void showsStillImages() {
            guild.set(NO_ANIMATION);
        }

        @Test
        void leavesOutEventWhoseOnlyIconCannotBeDecoded() {
            source.event("pride", "June 1", "June 30")
                    .remove("pride/server_icons")
                    .put("pride/server_icons/party.gif", UNDECODABLE_GIF);

            var report = synchronised();
            var again = synchronised();

            assertThat(report.event().path()).isEqualTo("events/evergreen");
            assertThat(report.findings()).extracting(Finding::code).contains("no-usable-icon");
            assertThat(again.findings()).containsAll(report.findings());
            assertThat(guild.requests()).hasSize(1);
            assertThat(icon()).contains("evergreen");
        }

        @Test
        void showsTheFirstFrameOfTheOnlyIcon() {
            source.event("pride", "June 1", "June 30")
                    .remove("pride/server_icons")
                    .icon("pride", "party.gif");

            synchronise();

            assertThat(icon()).endsWith("pride/server_icons/party.gif");
        }
    }

    @Test
    void restoresOnlyWhatCanBeDecided() {
        synchronise();
        source.event("pride", "June 1", "June 30").put("pride/server_icons/icon.png", POINTER);
        guild.changeByHand(AssetKind.ICON);

        var report = synchroniser().resync(MODERATOR);

        assertThat(report.isInSync()).isTrue();
        assertThat(icon()).contains("evergreen");
    }

    private List<String> calendar() {
        return state().calendar().stream().map(EventSummary::path).toList();
    }
}
