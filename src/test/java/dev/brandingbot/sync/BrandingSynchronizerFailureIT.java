package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.asset.AssetOutcome.Applied;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import dev.brandingbot.sync.lock.LeaseRenewer;
import dev.brandingbot.sync.lock.RedisGuildLockProvider;
import dev.brandingbot.testing.TestImages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BrandingSynchronizerFailureIT extends BrandingSynchronizerFixture {
    private static final DiscordResult FAILED = new DiscordResult.Failed("Discord answered: 500.");

    @Test
    void takesARenamedFolderForTheSameEventWhereTheGuildHasNoBanner() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        guild.set(PLAIN);
        synchronise();

        source.rename("pride", "pride_month").meta("pride_month", "start_date: June 2\nend_date: June 30");
        synchronise();

        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void takesARenamedFolderForTheSameEventWhereDiscordRefusedItsBanner() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        guild.answerWith((images, reason) -> images.containsKey(AssetKind.BANNER)
                ? new DiscordResult.Rejected("Discord answered: 400.")
                : new DiscordResult.Success());
        synchronise();

        source.rename("pride", "pride_month").meta("pride_month", "start_date: June 2\nend_date: June 30");
        synchronise();

        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void announcesNoEventAgainWhoseStartWasMovedWhileAShorterOneWasOn() {
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("one_day", "June 11", "June 11");
        synchroniseOn(DAY);
        synchroniseOn(DAY.plusDays(1));

        source.meta("pride", "start_date: June 11\nend_date: June 30");
        synchroniseOn(DAY.plusDays(2));

        assertThat(guild.announced()).containsExactly("events/pride", "events/one_day");
    }

    @Test
    void neverAnnouncesAnEventThatIsOver() {
        source.meta("evergreen", "fallback: true")
                .banner("evergreen", "banner.png")
                .icon("evergreen", "party.gif")
                .event("pride", "June 1", "June 30");
        guild.set(PLAIN);
        guild.answerAnnouncementsWith(FAILED);
        synchronise();

        guild.answerAnnouncementsWith(new DiscordResult.Success());
        var report = (SyncReport.Synchronized) synchroniseOn(DAY.plusMonths(1));

        assertThat(report.event().path()).isEqualTo("events/evergreen");
        assertThat(guild.announced()).isEmpty();
    }

    @Test
    void neverAnnouncesAnEventThatBecameTheFallback() {
        source.fallback("zz").event("pride", "June 1", "June 30");
        guild.answerAnnouncementsWith(FAILED);
        synchronise();

        guild.answerAnnouncementsWith(new DiscordResult.Success());
        source.remove("zz").meta("pride", "fallback: true");
        synchronise();

        assertThat(guild.announced()).isEmpty();
    }

    @Test
    void blamesNoBoostsWhileTheGuildIsNotThere() {
        source.fallback("evergreen");
        guild.set(GuildCapabilities.NONE);

        var report = synchronised();

        assertThat(report.banner().text()).doesNotContain("boosts");
    }

    @Test
    void listsTheFindingForWhichEverythingStays() {
        source.event("pride", "June 1", "June 30");
        synchronise();

        var report = (SyncReport.Unchanged) synchroniseOn(DAY.plusMonths(2));

        assertThat(report.findings()).contains(report.finding());
    }

    @Test
    void saysThatTheFallbackIsBrokenNotThatThereIsNone() {
        source.fallback("evergreen");
        synchronise();
        source.meta("evergreen", "fallback: treu");

        var report = synchronise();

        assertThat(report.summaryLines().get(0)).doesNotContain("no event is marked");
    }

    @Test
    void takesTheTwinThatIsNamedRight() {
        source.fallback("evergreen").put("evergreen/server_icons/a.jpg", TestImages.png("icon evergreenicon.png"));

        synchronise();
        var report = synchronised();

        assertThat(report.icon()).isInstanceOf(Applied.class);
    }

    /** Discord did it, the answer was lost, and the event is over (or removed) before the next try. */
    @Test
    void endsAnEventWhoseUploadWasNeverConfirmed() {
        var forgetful = new Forgetful();
        source.fallback("evergreen");
        var synchroniser = copy(forgetful);
        synchroniser.synchronize();
        source.event("one_day", "June 11", "June 11");
        forgetful.losesAnswers = true;
        clock.set(DAY.plusDays(1));
        synchroniser.synchronize();

        forgetful.losesAnswers = false;
        clock.set(DAY.plusDays(2));
        synchroniser.synchronize();
        clock.set(DAY.plusDays(100));
        synchroniser.synchronize();

        assertThat(forgetful.shown.get(AssetKind.ICON)).contains("evergreen");
    }

    @Test
    void renamesAndChangesTheSetAtOnceWhileTheUploadFails() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        synchronise();
        source.rename("pride", "pride_month").icon("pride_month", "second.png");
        guild.answerWith((images, reason) -> FAILED);
        synchronise();
        guild.answerWith((images, reason) -> new DiscordResult.Success());
        synchronise();
        assertThat(icon()).contains("second");
        assertThat(guild.announced()).containsExactly("events/pride");
    }

    @Test
    void followsFallbacksThatAreSwapped() {
        source.fallback("a")
                .meta("b", "start_date: December 1\nend_date: December 1")
                .banner("b", "banner.png")
                .icon("b", "icon.png");
        synchronise();
        source.meta("b", "fallback: true").meta("a", "start_date: December 1\nend_date: December 1");
        synchronise();
        assertThat(icon()).contains("/b/");
        source.meta("a", "fallback: true").meta("b", "start_date: December 1\nend_date: December 1");
        synchronise();
        assertThat(icon()).contains("/a/");
        assertThat(guild.announced()).isEmpty();
    }

    @Test
    void goesOnToTheNextEventAfterHalfAnEntry() {
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("one_day", "June 11", "June 11");
        guild.answerWith((images, reason) -> images.containsKey(AssetKind.ICON) ? FAILED : new DiscordResult.Success());
        synchroniseOn(DAY);
        guild.answerWith((images, reason) -> new DiscordResult.Success());
        synchroniseOn(DAY.plusDays(1));
        assertThat(icon()).contains("one_day");
        assertThat(banner()).contains("one_day");
        synchroniseOn(DAY.plusDays(2));
        assertThat(icon()).contains("pride");
        assertThat(guild.announced()).containsExactly("events/one_day", "events/pride");
        assertThat(state().read().event()).map(ActiveEvent::path).hasValue("events/pride");
    }

    @Test
    void undoesAChangeByHandWhileTheEventIsBroken() {
        source.fallback("evergreen").event("pride", "June 1", "June 30");
        synchronise();
        source.meta("pride", "start_date: Juni 1\nend_date: June 30");
        guild.changeByHand(AssetKind.ICON);
        var report = synchroniser().resync(MODERATOR);
        assertThat(report.isInSync() && icon().equals("none"))
                .as("In step, though nothing was put back")
                .isFalse();
    }

    @Test
    void abandonsAnInterruptedFetchWithoutAReport() {
        source.fallback("evergreen").failTrees(true);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::synchronise).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(state().lastCheck()).isEmpty();
    }

    @Test
    void undoesAChangeByHandAsSoonAsTheRepositoryCanBeFetched() {
        source.fallback("evergreen");
        synchronise();
        var icon = icon();
        guild.changeByHand(AssetKind.ICON);
        source.failTrees(true);
        synchroniser().resync(MODERATOR);
        source.failTrees(false);

        synchronise();

        assertThat(icon()).isEqualTo(icon);
        assertThat(state().uncertainty()).isEmpty();
    }

    @Test
    void tellsTheRightNextChangeWhileABrokenEventStaysOn() {
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("xmas", "December 1", "December 2");
        synchronise();
        source.meta("pride", "start_date: Juni 1\nend_date: June 30");
        synchronise();
        var calendar = new EventCalendar<>(state().calendar());
        assertThat(calendar.nextChange(DAY)).hasValue(DAY.withMonth(7).withDayOfMonth(1));
    }

    @Test
    void takesOneAtATime() throws InterruptedException {
        source.fallback("evergreen");
        var inside = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        guild.answerWith((images, reason) -> {
            inside.countDown();
            await(mayGoOn);
            return new DiscordResult.Success();
        });
        synchroniser();
        var first = new Thread(this::synchronise);
        var second = new Thread(() -> synchroniser().resync(MODERATOR));

        first.start();
        await(inside);
        second.start();
        Awaitility.await().until(() -> second.getState() == Thread.State.WAITING);

        assertThat(guild.requests()).hasSize(1);
        mayGoOn.countDown();
        first.join(5_000);
        second.join(5_000);
        assertThat(guild.requests()).hasSize(2);
    }

    @Test
    void repairsWhatShouldBeOnWhenItsTurnIsOverAndNoOtherCanBeUsed() {
        source.fallback("evergreen").put("evergreen/server_icons/broken.png", "no image");
        synchronise();
        guild.changeByHand(AssetKind.ICON);
        state().markUncertain();

        synchroniseOn(DAY.plusDays(10));

        assertThat(icon()).contains("evergreen");
    }

    /** Not after waiting for as long as it would for another copy: a moderator may be waiting for the answer. */
    @Test
    void saysAtOnceThatRedisFailsWhileTakingATurn() {
        var redis = new MortalRedis(REDIS.port(), 1);
        var turns = new RedisGuildLockProvider(new BrandingStore(redis, 42), new LeaseRenewer("locks"));
        redis.failBefore(1);

        assertThatThrownBy(turns::tryLock).isInstanceOf(StateUnavailableException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Forgetful implements BrandedGuild {
        private final Map<AssetKind, String> shown = new EnumMap<>(AssetKind.class);
        private boolean losesAnswers;

        @Override
        public GuildCapabilities capabilities() {
            return new GuildCapabilities(true, true, true, true, true, true);
        }

        @Override
        public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
            images.forEach((kind, image) -> shown.put(kind, image.asset().path()));
            return losesAnswers
                    ? new DiscordResult.Failed("Discord did not answer in time.")
                    : new DiscordResult.Success();
        }

        @Override
        public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
            return Optional.empty();
        }

        @Override
        public DiscordResult announce(Announcement announcement) {
            return new DiscordResult.Success();
        }
    }
}
