package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.cache.InMemoryRepositoryCache;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.sync.asset.AssetOutcome.Applied;
import dev.brandingbot.sync.asset.AssetOutcome.Failed;
import dev.brandingbot.sync.asset.AssetOutcome.NotSupported;
import dev.brandingbot.sync.asset.AssetOutcome.Skipped;
import dev.brandingbot.sync.asset.AssetOutcome.Unchanged;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.AnnouncementChannel;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.DryRunGuild;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.sync.lock.GuildLockProvider;
import dev.brandingbot.testing.TestImages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BrandingSynchronizerIT extends BrandingSynchronizerFixture {
    private static final DiscordResult REFUSED =
            new DiscordResult.Rejected("Discord answered: Invalid Form Body (50035).");
    private static final DiscordResult DONE = new DiscordResult.Success();
    private static final DiscordResult FAILED = new DiscordResult.Failed("Discord answered: 500.");

    @Nested
    class EnteringAnEvent {
        @Test
        void putsOnBothAssetsInOneRequestThatNamesTheEvent() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            var report = synchronised();

            assertThat(banner()).isEqualTo("events/pride/banners/banner.png");
            assertThat(icon()).isEqualTo("events/pride/server_icons/icon.png");
            assertThat(guild.requests()).hasSize(1);
            assertThat(guild.reasons()).singleElement().asString().contains("events/pride");
            assertThat(report.isEntered()).isTrue();
            assertThat(report.isInSync()).isTrue();
        }

        @Test
        void remembersDescriptionDatesRotationsAndCalendar() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            synchronise();

            var remembered = state().read();
            assertThat(remembered.event()).hasValueSatisfying(event -> {
                assertThat(event.path()).isEqualTo("events/pride");
                assertThat(event.meta().description()).isEqualTo("**About pride**");
                assertThat(event.dates()).map(EventDates::describe).hasValue("June 1 – June 30");
            });
            assertThat(remembered.banner().useCounts()).containsOnlyKeys(source.sha("pride/banners/banner.png"));
            assertThat(remembered.icon().sha()).hasValue(source.sha("pride/server_icons/icon.png"));
            assertThat(remembered.icon().rotatedAt()).hasValue(clock.instant());
            assertThat(state().calendar())
                    .extracting(EventSummary::path)
                    .containsExactly("events/evergreen", "events/pride");
        }

        @Test
        void announcesItOnce() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            synchronise();
            synchronise();
            restart();
            synchronise();

            assertThat(guild.announced()).containsExactly("events/pride");
            assertThat(guild.announcements().get(0).nonce()).hasSizeLessThanOrEqualTo(25);
            assertThat(guild.announcements().get(0).nextChange())
                    .hasValue(DAY.withMonth(7).withDayOfMonth(1));
        }

        @Test
        void doesNotAnnounceTheFallback() {
            source.fallback("evergreen");

            synchronise();

            assertThat(banner()).isEqualTo("events/evergreen/banners/banner.png");
            assertThat(guild.announced()).isEmpty();
        }

        @Test
        void announcesNothingWhereThereIsNoChangelog() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            guild.set(new GuildCapabilities(true, true, true, true, true, false));

            var report = synchronised();

            assertThat(report.announcement()).isInstanceOf(AnnouncementOutcome.NotDue.class);
            guild.set(new GuildCapabilities(true, true, true, true, true, true));
            synchronise();
            assertThat(guild.announced()).isEmpty();
        }

        @Test
        void goesBackToTheFallbackAfterTheLastDay() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchroniseOn(DAY.withDayOfMonth(30));

            synchroniseOn(DAY.plusMonths(1).withDayOfMonth(1));

            assertThat(icon()).isEqualTo("events/evergreen/server_icons/icon.png");
        }

        @Test
        void announcesAnEventOnlyOnceInOneRunOfItsDays() {
            source.fallback("evergreen").event("pride", "June 1", "June 30").event("one_day", "June 11", "June 11");

            IntStream.range(0, 5).forEach(day -> synchroniseOn(DAY.plusDays(day)));

            assertThat(guild.announced()).containsExactly("events/pride", "events/one_day");
            assertThat(banner()).contains("pride");
        }

        @Test
        void announcesAnEventOfAWholeYearOnlyOnceThoughAnotherOneInterruptsIt() {
            var newYear = DAY.withDayOfYear(1);
            source.fallback("evergreen")
                    .event("year", "January 1", "December 31")
                    .event("one_day", "August 11", "August 11");

            synchroniseOn(newYear);
            synchroniseOn(newYear.withMonth(8).withDayOfMonth(11));
            synchroniseOn(newYear.withMonth(8).withDayOfMonth(12));

            assertThat(guild.announced()).containsExactly("events/year", "events/one_day");
            assertThat(banner()).contains("year");
        }

        @Test
        void announcesTwoListedRunsOfDaysThatAreAFewMonthsApart() {
            var first = DAY.withMonth(11).withDayOfMonth(20);
            var second = first.plusDays(82);
            source.fallback("evergreen")
                    .event("jam", "June 1", "June 1")
                    .meta(
                            "jam",
                            "dates:\n  %d: November 20\n  %d: February 10"
                                    .formatted(first.getYear(), second.getYear()));

            synchroniseOn(first);
            synchroniseOn(first.plusDays(1));
            synchroniseOn(second);

            assertThat(guild.announced()).containsExactly("events/jam", "events/jam");
        }

        @Test
        void announcesItAgainTheNextYear() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            synchroniseOn(DAY);
            synchroniseOn(DAY.plusMonths(2));
            synchroniseOn(DAY.plusYears(1));

            assertThat(guild.announced()).containsExactly("events/pride", "events/pride");
        }

        @Test
        void takesARenamedFolderWithTheSameMetaForTheSameEvent() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            source.rename("pride", "pride_month").icon("pride_month", "second.png");
            var report = synchronised();

            assertThat(report.isEntered()).isFalse();
            assertThat(guild.announced()).containsExactly("events/pride");
            assertThat(state().read().event()).map(ActiveEvent::path).hasValue("events/pride_month");
            assertThat(report.banner()).isInstanceOf(Unchanged.class);
            assertThat(icon()).isEqualTo("events/pride_month/server_icons/second.png");
        }

        @Test
        void takesARenamedFolderWithTheSameImagesForTheSameEvent() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            source.rename("pride", "pride_month").meta("pride_month", "start_date: June 2\nend_date: June 30");
            var report = synchronised();

            assertThat(report.isEntered()).isFalse();
            assertThat(guild.requests()).hasSize(1);
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void sendsTwoLargeImagesApart() {
            source.fallback("evergreen")
                    .put("evergreen/banners/banner.png", TestImages.png("banner", 5 << 20))
                    .put("evergreen/server_icons/icon.png", TestImages.png("icon", 4 << 20));

            synchronise();

            assertThat(guild.requests()).hasSize(2);
            assertThat(banner()).contains("evergreen");
            assertThat(icon()).contains("evergreen");
        }
    }

    @Nested
    class TheSameEventAgain {
        @Test
        void renewsDescriptionAndDates() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            source.put("pride/meta.md", "---\nstart_date: June 2\nend_date: June 29\n---\nNew words\n");
            synchronise();

            assertThat(state().read().event()).hasValueSatisfying(event -> {
                assertThat(event.meta().description()).isEqualTo("New words");
                assertThat(event.dates()).map(EventDates::describe).hasValue("June 2 – June 29");
            });
            assertThat(guild.requests()).hasSize(1);
            assertThat(guild.announced()).hasSize(1);
        }

        @Test
        void startsTheRotationAfreshWithAnotherAssetWhenTheSetChanged() {
            source.fallback("evergreen");
            synchronise();

            source.icon("evergreen", "second.png").icon("evergreen", "third.png");
            var report = synchronised();

            assertThat(report.icon()).isInstanceOf(Applied.class);
            assertThat(icon()).isNotEqualTo("events/evergreen/server_icons/icon.png");
            assertThat(report.banner()).isInstanceOf(Unchanged.class);
            assertThat(state().read().icon().useCounts().values()).containsExactlyInAnyOrder(0, 0, 1);
        }

        @Test
        void putsAChangedAssetOnEvenWhereItIsAlone() {
            source.fallback("evergreen");
            synchronise();

            source.put("evergreen/server_icons/icon.png", TestImages.png("redrawn"));
            synchronise();

            assertThat(state().read().icon().sha()).hasValue(source.sha("evergreen/server_icons/icon.png"));
            assertThat(guild.requests()).hasSize(2);
            assertThat(guild.requests().get(1)).containsOnlyKeys(AssetKind.ICON);
        }

        @Test
        void leavesARenamedFileAlone() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            synchronise();

            source.put("evergreen/server_icons/another_name.png", TestImages.png("icon evergreensecond.png"))
                    .remove("evergreen/server_icons/second.png");
            synchronise();

            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void leavesASingleAssetAloneForEver() {
            source.fallback("evergreen");

            synchroniseOn(DAY);
            synchroniseOn(DAY.plusDays(100));

            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void takesIdenticalFilesForOneAsset() {
            source.fallback("evergreen")
                    .put("evergreen/server_icons/copy.png", TestImages.png("icon evergreenicon.png"));

            synchroniseOn(DAY);
            synchroniseOn(DAY.plusDays(100));

            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void rotatesEachKindWhenItsDaysHavePassed() {
            source.fallback("evergreen").icon("evergreen", "second.png").icon("evergreen", "third.png");
            rotateEvery(Duration.ofDays(3));
            var icons = new ArrayList<String>();

            for (var day = 0; day < 9; day++) {
                synchroniseOn(DAY.plusDays(day));
                restart();
                icons.add(icon());
            }

            assertThat(icons.subList(0, 3)).containsOnly(icons.get(0));
            assertThat(List.of(icons.get(0), icons.get(3), icons.get(6))).doesNotHaveDuplicates();
            assertThat(guild.requests()).hasSize(3);
        }

        @Test
        void takesADayLessAFewMinutesForADay() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            rotateEvery(Duration.ofDays(1));
            synchronise();

            clock.advance(Duration.ofHours(24).minusMinutes(11));
            var early = synchronised();
            clock.advance(Duration.ofMinutes(2));
            var due = synchronised();

            assertThat(early.icon()).isInstanceOf(Unchanged.class);
            assertThat(due.icon()).isInstanceOf(Applied.class);
        }

        @Test
        void rotatesAtEveryCheckWhenTheDaysAreNought() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            rotateEvery(Duration.ZERO);

            var first = synchronised();
            var second = synchronised();

            assertThat(first.icon()).isNotEqualTo(second.icon()).isInstanceOf(Applied.class);
            assertThat(second.icon()).isInstanceOf(Applied.class);
        }

        @Test
        void goesOnWhenTheClockWasSetBack() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            synchroniseOn(DAY.plusYears(1));

            synchroniseOn(DAY);
            synchroniseOn(DAY.plusDays(1));

            assertThat(guild.requests()).hasSize(2);
        }
    }

    @Nested
    class WhenSomethingFails {
        @Test
        void leavesTheStateAsItWasAndTriesAgain() {
            source.fallback("evergreen");
            synchronise();
            var before = state().read();
            source.event("pride", "June 1", "June 30");

            guild.answerWith((images, reason) -> FAILED);
            var failed = synchronised();

            assertThat(failed.icon()).isInstanceOf(Failed.class);
            assertThat(failed.isInSync()).isFalse();
            assertThat(failed.announcement()).isInstanceOf(AnnouncementOutcome.NotDue.class);
            assertThat(state().read()).isEqualTo(before);
            guild.answerWith((images, reason) -> DONE);
            synchronise();
            assertThat(icon()).contains("pride");
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void putsTheOtherAssetOnWhenOneIsRefusedForGood() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            guild.answerWith((images, reason) -> images.containsKey(AssetKind.ICON) ? REFUSED : DONE);

            var report = synchronised();

            assertThat(report.banner()).isInstanceOf(Applied.class);
            assertThat(report.icon()).isEqualTo(new Skipped(((DiscordResult.Unsuccessful) REFUSED).reason()));
            assertThat(banner()).contains("pride");
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void triesOthersInThePlaceOfOneThatIsRefused() {
            source.fallback("evergreen").icon("evergreen", "second.png").icon("evergreen", "third.png");
            guild.answerWith((images, reason) -> Optional.ofNullable(images.get(AssetKind.ICON))
                            .filter(icon -> !icon.asset().name().equals("third.png"))
                            .isPresent()
                    ? REFUSED
                    : DONE);

            var report = synchronised();

            assertThat(report.icon()).isInstanceOf(Applied.class);
            assertThat(icon()).endsWith("third.png");
        }

        @Test
        void triesOnlyAFewWhenAllAreRefused() {
            source.fallback("evergreen");
            IntStream.range(0, 50).forEach(number -> source.icon("evergreen", "icon%d.png".formatted(number)));
            guild.answerWith((images, reason) -> images.containsKey(AssetKind.ICON) ? REFUSED : DONE);

            var report = synchronised();

            assertThat(report.icon()).isInstanceOf(Skipped.class);
            assertThat(guild.requests()).hasSize(5);
        }

        @Test
        void announcesOnlyWhenTheFailedAssetIsOnToo() {
            source.fallback("evergreen")
                    .event("pride", "June 1", "June 30")
                    .put("pride/banners/banner.png", TestImages.png("banner", 9 << 20));
            guild.answerWith((images, reason) -> images.containsKey(AssetKind.ICON) ? FAILED : DONE);
            var first = synchronised();

            guild.answerWith((images, reason) -> DONE);
            restart();
            var second = synchronised();

            assertThat(first.announcement()).isInstanceOf(AnnouncementOutcome.Waiting.class);
            assertThat(second.announcement()).isInstanceOf(AnnouncementOutcome.Sent.class);
            assertThat(icon()).contains("pride");
        }

        @Test
        void announcesWithWhatIsOnAndItsImagesWhereTheyAreAtHand() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            guild.answerAnnouncementsWith(FAILED);
            synchronise();
            guild.answerAnnouncementsWith(DONE);
            synchronise();
            synchroniseOn(DAY.plusMonths(2));
            synchroniseOn(DAY.plusYears(1));

            var later = guild.announcements().get(0);
            var atOnce = guild.announcements().get(1);
            assertThat(later.assets()).allMatch(asset -> asset.image().isEmpty());
            assertThat(atOnce.assets())
                    .allMatch(asset -> asset.image().orElseThrow().asset().equals(asset.asset()));
            for (var announcement : guild.announcements()) {
                assertThat(announcement.assets())
                        .extracting(asset -> asset.asset().path())
                        .containsExactly("events/pride/banners/banner.png", "events/pride/server_icons/icon.png");
            }
        }

        @Test
        void sendsAFailedAnnouncementLater() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            guild.answerAnnouncementsWith(FAILED);
            var first = synchronised();

            guild.answerAnnouncementsWith(DONE);
            restart();
            synchronise();

            assertThat(first.isInSync()).isFalse();
            assertThat(guild.announced()).containsExactly("events/pride");
        }

        @Test
        void keepsWhatIsOnWhenTheRepositoryFails() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            source.failTrees(true);
            var report = synchroniseOn(DAY.plusMonths(2));

            assertThat(report).isInstanceOf(SyncReport.NotDecided.class);
            assertThat(report.isInSync()).isFalse();
            assertThat(icon()).contains("pride");
        }

        @Test
        void decidesNothingByHalfALook() {
            source.fallback("evergreen");
            synchronise();

            source.event("pride", "June 1", "June 30").failBlobs(true);
            var report = synchronise();

            assertThat(report).isInstanceOf(SyncReport.NotDecided.class);
            assertThat(state().calendar()).hasSize(1);
        }

        @Test
        void saysWhatThePermissionIsThatItLacks() {
            source.fallback("evergreen");
            guild.set(new GuildCapabilities(true, false, true, true, true, true));

            var report = synchronised();

            assertThat(report.icon().text()).contains("Manage Server");
            assertThat(guild.requests()).isEmpty();
        }

        @Test
        void waitsForAGuildThatIsNotThere() {
            source.fallback("evergreen");
            guild.set(GuildCapabilities.NONE);

            var report = synchronised();

            assertThat(report.icon()).isInstanceOf(Failed.class);
            assertThat(guild.requests()).isEmpty();
        }
    }

    @Nested
    class WhatAGuildCanShow {
        @Test
        void putsOnlyIconsOnWhereThereIsNoBanner() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            guild.set(PLAIN);

            var report = synchronised();

            assertThat(report.banner()).isInstanceOf(NotSupported.class);
            assertThat(report.isComplete()).isTrue();
            assertThat(icon()).contains("pride");
            assertThat(banner()).isEqualTo("none");
            assertThat(guild.announced()).containsExactly("events/pride");
            assertThat(source.fetched()).noneMatch(path -> path.contains("/banners/"));
        }

        @Test
        void putsTheBannerOnOnceTheGuildHasTheFeature() {
            source.fallback("evergreen");
            guild.set(PLAIN);
            synchronise();

            guild.set(new GuildCapabilities(true, true, true, false, false, true));
            synchronise();

            assertThat(banner()).contains("evergreen");
            assertThat(guild.requests()).hasSize(2);
        }

        @Test
        void takesAnotherAssetInThePlaceOfOneThatIsNoImage() {
            source.fallback("evergreen")
                    .put("evergreen/server_icons/pointer.png", "version https://git-lfs.github.com/spec/v1\n")
                    .put("evergreen/server_icons/drawing.png", "<svg></svg>");

            var report = synchronised();

            assertThat(icon()).isEqualTo("events/evergreen/server_icons/icon.png");
            assertThat(report.icon()).isInstanceOf(Applied.class);
        }

        @Test
        void fetchesAFewOfManyAssetsThatCannotBeUsedInOneLook() {
            source.meta("evergreen", "fallback: true").banner("evergreen", "banner.png");
            for (var i = 0; i < 20; i++) {
                source.put("evergreen/server_icons/%d.png".formatted(i), "no image " + i);
            }

            var first = synchronised();
            var fetched = iconsFetched();
            var second = synchronise();

            assertThat(first.icon()).isInstanceOf(Failed.class);
            assertThat(fetched).isEqualTo(16);
            assertThat(second).isInstanceOf(SyncReport.Unchanged.class);
            assertThat(iconsFetched()).as("each once").isEqualTo(20);
        }

        private long iconsFetched() {
            return source.fetched().stream()
                    .filter(path -> path.contains("server_icons"))
                    .count();
        }

        @Test
        void entersNothingWhenNoAssetAtAllCanBeUsed() {
            source.fallback("evergreen");
            synchronise();
            source.meta("pride", "start_date: June 1\nend_date: June 30")
                    .put("pride/banners/banner.png", "no image")
                    .put("pride/server_icons/icon.png", "no image either");

            var report = synchronised();

            assertThat(report.isEntered()).isFalse();
            assertThat(icon()).contains("evergreen");
            assertThat(guild.announced()).isEmpty();
            assertThat(state().read().event()).map(ActiveEvent::path).hasValue("events/evergreen");
        }
    }

    @Nested
    class AForcedSynchronisation {
        @Test
        void uploadsWhatShouldBeOnAgain() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            synchronise();
            var before = state().read();
            var icon = icon();
            guild.changeByHand(AssetKind.ICON);
            guild.changeByHand(AssetKind.BANNER);

            var report = synchroniser().resync(MODERATOR);

            assertThat(report.isInSync()).isTrue();
            assertThat(icon()).isEqualTo(icon);
            assertThat(banner()).contains("evergreen");
            assertThat(state().read()).isEqualTo(before);
        }

        @Test
        void countsNoRotationEvenWhereOneIsDue() {
            source.fallback("evergreen").icon("evergreen", "second.png");
            synchronise();
            var before = state().read();
            var icon = icon();
            clock.advance(Duration.ofDays(5));

            synchroniser().resync(MODERATOR);

            assertThat(icon()).isEqualTo(icon);
            assertThat(state().read()).isEqualTo(before);
        }

        @Test
        void announcesNothingAgain() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            synchroniser().resync(MODERATOR);

            assertThat(guild.announced()).hasSize(1);
        }

        @Test
        void entersAnEventLikeAnyOther() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            synchroniser().resync(MODERATOR);

            assertThat(icon()).contains("pride");
            assertThat(guild.announced()).containsExactly("events/pride");
        }
    }

    @Nested
    class WhenNothingCanBeDecided {
        @Test
        void keepsWhatIsOnWhenNoEventIsOnAndThereIsNoFallback() {
            source.event("pride", "June 1", "June 30");
            synchronise();

            var report = synchroniseOn(DAY.plusMonths(2));

            assertThat(report).isInstanceOf(SyncReport.Unchanged.class);
            assertThat(((SyncReport.Unchanged) report).finding().code()).isEqualTo("no-active-event");
            assertThat(icon()).contains("pride");
        }

        @Test
        void keepsAnEventThatBrokeUntilItsLastKnownDay() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();
            source.meta("pride", "start_date: Juni 1\nend_date: June 30");

            var during = synchroniseOn(DAY.plusDays(10));
            var iconDuring = icon();
            synchroniseOn(DAY.plusDays(30));

            assertThat(during).isInstanceOf(SyncReport.Unchanged.class);
            assertThat(iconDuring).contains("pride");
            assertThat(icon()).contains("evergreen");
        }

        @Test
        void letsAnotherDatedEventFollowOneThatBroke() {
            source.fallback("evergreen").event("pride", "June 1", "June 30").event("one_day", "June 11", "June 11");
            synchronise();
            source.meta("pride", "start_date: Juni 1\nend_date: June 30");

            synchroniseOn(DAY.plusDays(1));

            assertThat(icon()).contains("one_day");
        }

        @Test
        void endsAnEventThatWasRemovedAtOnce() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            synchronise();

            source.remove("pride");
            synchronise();

            assertThat(icon()).contains("evergreen");
        }
    }

    @Nested
    class APreview {
        private DiscordResult announcementCheck = DONE;

        @Test
        void saysThatTheAnnouncementCouldNotBeSent() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");
            announcementCheck = new DiscordResult.Failed("No such channel.");

            var report = (SyncReport.Synchronized) preview().synchronize();

            assertThat(report.announcement()).isEqualTo(new AnnouncementOutcome.Failed("No such channel."));
            assertThat(report.isInSync()).isFalse();
        }

        @Test
        void saysWhatWouldBeDoneAndDoesNothing() {
            source.fallback("evergreen").event("pride", "June 1", "June 30");

            var report = (SyncReport.Synchronized) preview().synchronize();

            assertThat(report.icon()).isInstanceOf(Applied.class);
            assertThat(guild.requests()).isEmpty();
            assertThat(guild.announced()).isEmpty();
            assertThat(state().read()).isEqualTo(AppliedBranding.EMPTY);
            assertThat(REDIS.jedis().keys("*")).isEmpty();
        }

        private AnnouncementChannel changelog() {
            return new AnnouncementChannel() {
                @Override
                public DiscordResult announce(Announcement announcement, BooleanSupplier isHeld) {
                    throw new AssertionError("A dry run announces nothing.");
                }

                @Override
                public DiscordResult check() {
                    return announcementCheck;
                }
            };
        }

        private BrandingSynchronizer preview() {
            return new BrandingSynchronizer(
                    new BrandingRepository(source, new InMemoryRepositoryCache(), clock),
                    state().readOnly(),
                    new DryRunGuild(guild, Optional.of(changelog())),
                    GuildLockProvider.withoutLocking(state().readOnly()),
                    new RotationSettings(Duration.ofDays(3), new Random(1)),
                    clock);
        }
    }
}
