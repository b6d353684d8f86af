package dev.brandingbot.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.repository.AssetImage;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.state.ActiveEvent;
import dev.brandingbot.state.ApplyReason;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.sync.asset.AssetOutcome;
import dev.brandingbot.sync.guild.Announcement;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.guild.GuildCapabilities;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What moderators make of the calendar and of the rotations. */
class CalendarOverridesIT extends BrandingSynchronizerFixture {
    private static final Invoker CALLER = new Invoker(7, "event pin");
    private static final String PRIDE = "events/pride";
    private static final String EVERGREEN = "events/evergreen";
    private static final String SPRING = "events/spring";

    @BeforeEach
    void events() {
        source.fallback("evergreen").event("pride", "June 1", "June 30").event("spring", "March 1", "March 31");
    }

    @Nested
    class APin {
        @Test
        void isOnAtOnceAndEndsByItselfOverARestart() {
            synchronise();

            var adjusted = pin(SPRING, DAY.plusDays(3));
            restart();
            synchroniseOn(DAY.plusDays(3));
            var lastDay = banner();
            synchroniseOn(DAY.plusDays(4));

            assertThat(adjusted.report().isInSync()).isTrue();
            assertThat(adjusted.after().pin()).map(Pin::path).hasValue(SPRING);
            assertThat(lastDay).startsWith(SPRING);
            assertThat(banner()).startsWith(PRIDE);
            assertThat(synchroniser().overrides().pin()).isEmpty();
        }

        @Test
        void ofAnEventOutsideItsDaysIsNeitherAnnouncedNorMissed() {
            pin(SPRING, DAY.plusDays(3));
            var pinned = state().read();
            synchroniseOn(DAY.plusDays(4));

            assertThat(pinned.event()).map(ActiveEvent::path).hasValue(SPRING);
            assertThat(guild.announced()).containsExactly(PRIDE);
        }

        @Test
        void thatEndsWhenTheEventsOwnDaysBeginLetsItBeAnnounced() {
            clock.set(LocalDate.of(2026, 5, 28));
            pin(PRIDE, LocalDate.of(2026, 5, 31));

            synchroniseOn(LocalDate.of(2026, 6, 1));
            source.event("short", "June 3", "June 3");
            synchroniseOn(LocalDate.of(2026, 6, 3));
            synchroniseOn(LocalDate.of(2026, 6, 4));

            assertThat(banner()).startsWith(PRIDE);
            assertThat(guild.announced()).containsExactly(PRIDE, "events/short");
        }

        @Test
        void isAnnouncedOnceWhenItsOwnDaysBegin() {
            clock.set(LocalDate.of(2026, 5, 28));
            pin(PRIDE, LocalDate.of(2026, 6, 20));
            synchroniseOn(LocalDate.of(2026, 5, 31));
            var before = guild.announced().size();

            synchroniseOn(LocalDate.of(2026, 6, 1));
            synchroniseOn(LocalDate.of(2026, 6, 2));
            synchroniseOn(LocalDate.of(2026, 6, 25));

            assertThat(before).isZero();
            assertThat(guild.announced()).containsExactly(PRIDE);
        }

        @Test
        void isAnnouncedAsUsualWithinItsDays() {
            source.event("short", "June 10", "June 10");

            pin(PRIDE, DAY);

            assertThat(guild.announced()).containsExactly(PRIDE);
        }

        @Test
        void canBeOfTheFallback() {
            pin(EVERGREEN, DAY.plusDays(1));

            assertThat(banner()).startsWith(EVERGREEN);
            assertThat(guild.announced()).isEmpty();
        }

        @Test
        void countsForNothingWhileItsEventIsBrokenAndHoldsAgainOnceItIsMended() {
            pin(SPRING, DAY.plusDays(9));

            source.meta("spring", "start_date: nonsense\nend_date: March 31");
            var broken = synchronised();
            var whileBroken = banner();
            source.meta("spring", "start_date: March 1\nend_date: March 31");
            synchronise();

            assertThat(broken.findings()).extracting(Finding::code).contains("pinned-event-unavailable");
            assertThat(whileBroken).startsWith(PRIDE);
            assertThat(banner()).startsWith(SPRING);
        }

        @Test
        void countsForNothingWhenItsEventIsGone() {
            pin(SPRING, DAY.plusDays(9));

            source.remove("spring");
            var report = synchronised();

            assertThat(banner()).startsWith(PRIDE);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().equals("pinned-event-unavailable"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("unpin", "no longer in"));
        }

        @Test
        void isRememberedWhenGitHubFailsAndHoldsAfterwards() {
            synchronise();
            source.failTrees(true);

            var adjusted = pin(SPRING, DAY.plusDays(9));
            source.failTrees(false);
            synchronise();

            assertThat(adjusted.report()).isInstanceOf(SyncReport.NotDecided.class);
            assertThat(adjusted.after().pin()).isPresent();
            assertThat(banner()).startsWith(SPRING);
        }

        @Test
        void ofTheSameKindTwiceIsToldOnce() {
            pin(SPRING, DAY.plusDays(9));
            var again = synchroniser().override((current, today) -> current, CALLER);

            assertThat(again.before()).isEqualTo(again.after());
            assertThat(deeds()).containsOnlyOnce(HistoryAction.PIN);
        }

        @Test
        void isSeenByAnotherCopy() {
            synchronise();
            copy(guild).override((current, today) -> current.withPin(new Pin(SPRING, today, Optional.empty())), CALLER);

            synchroniseOn(DAY.plusMonths(3));

            assertThat(banner()).startsWith(SPRING);
        }

        @Test
        void holdsWhenTheClockIsSetBack() {
            pin(SPRING, DAY.plusDays(9));

            synchroniseOn(DAY.minusDays(5));

            assertThat(banner()).startsWith(SPRING);
        }
    }

    @Nested
    class ASkip {
        @Test
        void endsTheEventThatIsOnAtOnceAndLetsItComeAgainTheNextYear() {
            synchronise();

            skipPride();
            var skipped = banner();
            synchroniseOn(DAY.plusYears(1));

            assertThat(skipped).startsWith(EVERGREEN);
            assertThat(banner()).startsWith(PRIDE);
            assertThat(guild.announced()).containsExactly(PRIDE, PRIDE);
        }

        @Test
        void ofAnEventToComeIsNotAnnounced() {
            clock.set(DAY.minusMonths(1));
            skipPride();

            synchroniseOn(DAY);

            assertThat(banner()).startsWith(EVERGREEN);
            assertThat(guild.announced()).isEmpty();
        }

        @Test
        void thatIsUndoneLetsTheEventGoOnWithoutASecondAnnouncement() {
            synchronise();
            skipPride();

            synchroniser().override((current, today) -> current.withoutSkip(PRIDE), CALLER);

            assertThat(banner()).startsWith(PRIDE);
            assertThat(guild.announced()).containsExactly(PRIDE);
        }

        @Test
        void endsAnEventThatBrokeWhileItWasOn() {
            synchronise();
            source.meta("pride", "start_date: nonsense\nend_date: June 30");
            synchronise();
            var kept = banner();

            skipPride();

            assertThat(kept).startsWith(PRIDE);
            assertThat(banner()).startsWith(EVERGREEN);
        }
    }

    @Nested
    class ARotation {
        @Test
        void goesOnAtOnceAndCountsAsATurn() {
            source.icon("pride", "second.png");
            synchronise();
            var first = icon();
            clock.advance(Duration.ofDays(2));

            var report = rotate(AssetKind.ICON, Optional.empty());
            var second = icon();
            clock.advance(Duration.ofDays(2));
            synchronise();

            assertThat(second).isNotEqualTo(first).startsWith(PRIDE);
            assertThat(report.icon()).isInstanceOf(AssetOutcome.Applied.class);
            assertThat(report.banner()).isInstanceOf(AssetOutcome.Unchanged.class);
            assertThat(state().read().icon().useCounts().values()).containsExactly(1, 1);
            assertThat(icon()).as("two days after a turn").isEqualTo(second);
        }

        @Test
        void takesTheOneThatIsNamed() {
            source.icon("pride", "b.png").icon("pride", "c.png").icon("pride", "d.png");
            synchronise();

            for (var name : List.of("c.png", "B.PNG", "d.png")) {
                rotate(AssetKind.ICON, Optional.of(name));
                assertThat(icon()).endsWith("/" + name.toLowerCase(Locale.ROOT));
            }
            var turns = state().read().icon();
            var again = rotate(AssetKind.ICON, Optional.of("d.png"));

            assertThat(again.icon()).isInstanceOf(AssetOutcome.Applied.class);
            assertThat(state().read().icon())
                    .as("what is put on again is no turn")
                    .isEqualTo(turns);
        }

        @Test
        void hasNothingToGoToWhereThereIsOneAsset() {
            synchronise();

            var report = rotate(AssetKind.BANNER, Optional.empty());

            assertThat(report.banner()).isInstanceOf(AssetOutcome.Unchanged.class);
            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void changesNothingForANameThatIsUnknown() {
            source.icon("pride", "heart.png");
            synchronise();

            var report = synchroniser().rotate(AssetKind.ICON, Optional.of("hart.png"), CALLER);

            assertThat(report.summaryLines())
                    .singleElement()
                    .asString()
                    .contains("Pride has no icon \"hart.png\"", "Did you mean heart.png?");
            assertThat(guild.requests()).hasSize(1);
        }

        @Test
        void keepsWhatIsOnWhereTheAssetCannotBeUsedAndSaysWhy() {
            source.put("pride/server_icons/broken.png", "no image at all");
            synchronise();
            var before = icon();

            var report = rotate(AssetKind.ICON, Optional.of("broken.png"));

            assertThat(report.icon()).isInstanceOf(AssetOutcome.Unchanged.class);
            assertThat(report.findings()).extracting(Finding::path).contains("events/pride/server_icons/broken.png");
            assertThat(icon()).isEqualTo(before);
        }

        @Test
        void keepsWhatIsOnWhereDiscordRefusesTheAsset() {
            source.icon("pride", "second.png").icon("pride", "third.png");
            synchronise();
            var before = icon();
            guild.answerWith((images, reason) -> new DiscordResult.Rejected("Discord answered: 50035."));

            var report = rotate(AssetKind.ICON, Optional.of("second.png"));

            assertThat(report.icon().text()).contains("50035");
            assertThat(icon()).isEqualTo(before);
        }

        @Test
        void changesNothingWhileGitHubFails() {
            source.icon("pride", "second.png");
            synchronise();
            source.failTrees(true);

            var report = synchroniser().rotate(AssetKind.ICON, Optional.empty(), CALLER);

            assertThat(report.summaryLines()).containsExactly("The branding was not changed. GitHub answered 503.");
            assertThat(guild.requests()).hasSize(1);
        }
    }

    @Nested
    class TheHistory {
        @Test
        void tellsWhatWasPutOnAndWhy() {
            source.icon("pride", "second.png");
            synchronise();
            clock.advance(Duration.ofDays(3));
            synchronise();
            synchroniser().resync(MODERATOR);
            rotate(AssetKind.ICON, Optional.empty());
            source.icon("pride", "third.png");
            synchronise();

            assertThat(state().history())
                    .extracting(
                            HistoryEntry::action,
                            it -> it.reason().orElseThrow(),
                            it -> it.invoker().map(Invoker::command).orElse(""))
                    .containsExactly(
                            tuple(HistoryAction.ICON, ApplyReason.EDIT, ""),
                            tuple(HistoryAction.ICON, ApplyReason.WISH, "event pin"),
                            tuple(HistoryAction.ICON, ApplyReason.REPAIR, "sync"),
                            tuple(HistoryAction.BANNER, ApplyReason.REPAIR, "sync"),
                            tuple(HistoryAction.ICON, ApplyReason.ROTATION, ""),
                            tuple(HistoryAction.ICON, ApplyReason.EVENT, ""),
                            tuple(HistoryAction.BANNER, ApplyReason.EVENT, ""));
        }

        @Test
        void tellsWhoPinnedAndSkippedAndWhatFollowed() {
            pin(SPRING, DAY.plusDays(9));
            synchroniser().override((current, today) -> current.withoutPin(), CALLER);
            skipPride();
            synchroniser().override((current, today) -> current.withoutSkip(PRIDE), CALLER);

            assertThat(deeds())
                    .filteredOn(deed -> deed != HistoryAction.ICON && deed != HistoryAction.BANNER)
                    .containsExactly(HistoryAction.UNSKIP, HistoryAction.SKIP, HistoryAction.UNPIN, HistoryAction.PIN);
            assertThat(state().history())
                    .allSatisfy(it -> assertThat(it.invoker()).hasValue(CALLER));
            assertThat(state().history())
                    .filteredOn(it -> it.action() == HistoryAction.PIN)
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.detail()).hasValue(DAY.plusDays(9).toString()));
        }

        @Test
        void tellsNothingThatDiscordDidNotConfirm() {
            guild.answerWith((images, reason) -> new DiscordResult.Failed("Discord answered: 500."));

            synchronise();

            assertThat(state().history()).isEmpty();
        }
    }

    @Nested
    class TwoCopies {
        @Test
        void loseNothingOfWhatTwoModeratorsDoAtOnce() {
            synchronise();
            var skips = List.of(PRIDE, SPRING).stream()
                    .map(path -> CompletableFuture.runAsync(() -> copy(guild)
                            .override(
                                    (current, today) -> current.withSkip(new Skip(path, new DateRange(today, today))),
                                    CALLER)))
                    .toList();

            skips.forEach(CompletableFuture::join);

            assertThat(state().overrides().skips()).extracting(Skip::path).containsExactly(PRIDE, SPRING);
            assertThat(deeds()).filteredOn(deed -> deed == HistoryAction.SKIP).hasSize(2);
        }

        @Test
        void leaveTheAdjustmentsAloneWhoseTurnWasTaken() {
            synchronise();
            var frozen = copy(new LosingGuild());

            var adjusted = frozen.override(
                    (current, today) -> current.withPin(new Pin(SPRING, today, Optional.empty())), CALLER);
            copy(guild).synchronize();

            assertThat(adjusted.report()).isInstanceOf(SyncReport.NotDecided.class);
            assertThat(state().read().event())
                    .map(ActiveEvent::path)
                    .isEqualTo(adjusted.after().pin().map(Pin::path));
            assertThat(banner()).startsWith(SPRING);
        }
    }

    /** A guild whose copy is frozen while Discord answers, until the turn is somebody else's. */
    private final class LosingGuild implements BrandedGuild {
        @Override
        public GuildCapabilities capabilities() {
            return guild.capabilities();
        }

        @Override
        public DiscordResult applyAssets(Map<AssetKind, AssetImage> images, String reason) {
            var answer = guild.applyAssets(images, reason);
            REDIS.jedis().del("branding:{42}:lease:turn");
            return answer;
        }

        @Override
        public Optional<Map<AssetKind, String>> imageHashes(Map<AssetKind, String> expected) {
            return guild.imageHashes(expected);
        }

        @Override
        public DiscordResult announce(Announcement announcement) {
            return guild.announce(announcement);
        }
    }

    private OverrideResult pin(String path, LocalDate until) {
        return synchroniser()
                .override((current, today) -> current.withPin(new Pin(path, today, Optional.of(until))), CALLER);
    }

    private void skipPride() {
        var days = new DateRange(DAY.withDayOfMonth(1), DAY.withDayOfMonth(30));
        synchroniser().override((current, today) -> current.withSkip(new Skip(PRIDE, days)), CALLER);
    }

    private SyncReport.Synchronized rotate(AssetKind kind, Optional<String> name) {
        return (SyncReport.Synchronized) synchroniser().rotate(kind, name, CALLER);
    }

    private List<HistoryAction> deeds() {
        return state().history().stream().map(HistoryEntry::action).toList();
    }
}
