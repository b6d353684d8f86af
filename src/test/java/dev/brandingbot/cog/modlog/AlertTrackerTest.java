package dev.brandingbot.cog.modlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.modlog.Alert.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertTrackerTest {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Alert BAD_DATE = trouble("invalid-date", Urgency.AT_ONCE);
    private static final Alert OVERLAP = trouble("overlap", Urgency.AT_ONCE);
    private static final Alert BLIP = trouble("blip", Urgency.IF_IT_LASTS);
    private static final Alert REFUSED = trouble("refused", Urgency.IN_PASSING);

    private static final Alert BLURRED = trouble("a blurred icon", Urgency.WHEN_QUIET);
    private static final Alert WIDE = trouble("a wide icon", Urgency.WHEN_QUIET);

    private AlertTracker book = AlertTracker.EMPTY;
    private Instant now = NOON;

    @Test
    void saysNothingWhereAllIsWell() {
        assertThat(look().isEmpty()).isTrue();
    }

    @Test
    void tellsWhatWasWrongAtTheStartAtOnce() {
        assertThat(look(BAD_DATE, OVERLAP)).isEqualTo(new ModLogUpdate(List.of(BAD_DATE, OVERLAP), List.of()));
    }

    @Test
    void tellsOnceAlsoInOtherWordsAndOnceThatItIsWell() {
        look(BAD_DATE);
        var sameInOtherWords = new Alert(
                BAD_DATE.source(), BAD_DATE.id(), BAD_DATE.urgency(), BAD_DATE.headline(), "Another bad date");

        assertThat(look(BAD_DATE).isEmpty()).isTrue();
        assertThat(look(sameInOtherWords).isEmpty()).isTrue();
        assertThat(look()).isEqualTo(new ModLogUpdate(List.of(), List.of(sameInOtherWords)));
        assertThat(look().isEmpty()).isTrue();
        assertThat(look(BAD_DATE).raised()).as("again").containsExactly(BAD_DATE);
    }

    @Test
    void raisesTheAlertsOfAFileByLine() {
        var tenth = finding("a", "Line 10: A.", 10);
        var second = finding("b", "Line 2: B.", 2);

        assertThat(look(tenth, second).raised()).containsExactly(second, tenth);
    }

    private static Alert finding(String id, String text, int line) {
        var details = new Alert.FindingDetails(false, line, "meta.md");
        return new Alert(AlertSource.FINDINGS, id, Urgency.AT_ONCE, "`meta.md`", text, Optional.of(details));
    }

    @Test
    void keepsQuietAboutWhatPasses() {
        assertThat(look(BLIP).isEmpty()).isTrue();
        pass(Duration.ofMinutes(29));
        assertThat(look(BLIP).isEmpty()).isTrue();
        assertThat(look().isEmpty()).isTrue();
        pass(Duration.ofMinutes(10));
        assertThat(look(BLIP).isEmpty()).as("it began anew").isTrue();
    }

    @Test
    void tellsWhatLasts() {
        look(BLIP);
        pass(AlertTracker.GRACE_PERIOD);

        assertThat(look(BLIP).raised()).containsExactly(BLIP);
        assertThat(look(BLIP).isEmpty()).isTrue();
        assertThat(look().resolved()).containsExactly(BLIP);
    }

    @Test
    void doesNotTakeForWellWhatWasNotLookedAt() {
        look(BAD_DATE);

        book = book.observe(new AlertSnapshot(Set.of(AlertSource.REPOSITORY), List.of()), now);

        assertThat(book.pendingUpdate(now).isEmpty()).isTrue();
        assertThat(look().resolved()).containsExactly(BAD_DATE);
    }

    @Test
    void neverSaysThatWhatShowsNowAndThenIsWell() {
        look(REFUSED);

        assertThat(look().isEmpty()).isTrue();
        assertThat(look(REFUSED).isEmpty()).isTrue();
        pass(Duration.ofDays(31));
        look();
        assertThat(look(REFUSED).raised()).containsExactly(REFUSED);
    }

    @Test
    void tellsFewMessagesAnHourAndTheRestInOne() {
        var told = IntStream.range(0, 20)
                .mapToObj(i -> look(firstTroubles(i + 1)))
                .filter(word -> !word.isEmpty())
                .toList();

        assertThat(told).hasSize(AlertTracker.MAX_PER_HOUR);
        pass(Duration.ofHours(1));
        assertThat(look(firstTroubles(20)).raised()).hasSize(20 - AlertTracker.MAX_PER_HOUR);
    }

    @Test
    void recommendationsUseUpNoMessageOfTheHour() {
        var first = look(BLURRED);
        var told = IntStream.range(0, 20)
                .mapToObj(i -> look(firstTroubles(i + 1)))
                .filter(word -> !word.isEmpty())
                .toList();

        assertThat(first.raised()).containsExactly(BLURRED);
        assertThat(told).hasSize(AlertTracker.MAX_PER_HOUR);
    }

    @Test
    void recommendationsWaitForAQuietHourOrForOtherNews() {
        look(BAD_DATE);
        var soon = look(BAD_DATE, BLURRED);
        pass(Duration.ofHours(1));
        var quiet = look(BAD_DATE, BLURRED);
        var another = look(BAD_DATE, BLURRED, WIDE);
        var withNews = look(BAD_DATE, BLURRED, WIDE, OVERLAP);

        assertThat(soon.isEmpty()).isTrue();
        assertThat(quiet.raised()).containsExactly(BLURRED);
        assertThat(another.isEmpty()).isTrue();
        assertThat(withNews.raised()).containsExactly(OVERLAP, WIDE);
    }

    @Test
    void saysOfARecommendationQuietlyThatItIsDone() {
        look(BLURRED);
        look(BAD_DATE, BLURRED);
        var soon = look(BAD_DATE);
        pass(Duration.ofHours(1));

        assertThat(soon.isEmpty()).isTrue();
        assertThat(look(BAD_DATE).resolved()).containsExactly(BLURRED);
    }

    @Test
    void putsWhatMembersSeeFirstAndRecommendationsLast() {
        var icon = new Alert(AlertSource.ASSETS, "icon", Urgency.AT_ONCE, "The icon", "Not applied");

        assertThat(look(BLURRED, BAD_DATE, icon).raised()).containsExactly(icon, BAD_DATE, BLURRED);
    }

    @Test
    void keepsWhatShowedInPassingUntilItMayBeTold() {
        IntStream.range(0, AlertTracker.MAX_PER_HOUR).forEach(i -> look(firstTroubles(i + 1)));
        var all = firstTroubles(AlertTracker.MAX_PER_HOUR);
        look(Stream.concat(Stream.of(all), Stream.of(REFUSED)).toArray(Alert[]::new));
        pass(Duration.ofHours(1));

        assertThat(look(all).raised()).containsExactly(REFUSED);
    }

    @Test
    void staysSilentAboutWhatCameAndWentWhileNothingMoreWasToBeTold() {
        IntStream.range(0, AlertTracker.MAX_PER_HOUR).forEach(i -> look(firstTroubles(i + 1)));
        look(firstTroubles(10));
        var first = firstTroubles(AlertTracker.MAX_PER_HOUR);
        look(first);
        pass(Duration.ofHours(1));

        assertThat(look(first).isEmpty()).isTrue();
    }

    @Test
    void doesNotWaitForAClockThatWasSetBack() {
        IntStream.range(0, AlertTracker.MAX_PER_HOUR).forEach(i -> look(firstTroubles(i + 1)));
        now = now.minus(Duration.ofDays(1));

        assertThat(look(firstTroubles(5)).isEmpty()).isFalse();
    }

    @Test
    void remembersEveryFeatureThatWasEverThere() {
        assertThat(book.withFeatures(Set.of("BANNER"))
                        .withFeatures(Set.of("ANIMATED_ICON"))
                        .features())
                .containsExactlyInAnyOrder("BANNER", "ANIMATED_ICON");
    }

    @Test
    void recallsWhatWasToldWhileRedisFailed() {
        look(BAD_DATE);
        var redis = new Alert(AlertSource.REDIS, "redis", Urgency.AT_ONCE, "Redis", "Down");
        var inMemory = book.observe(new AlertSnapshot(Set.of(AlertSource.REDIS), List.of(redis)), now);
        inMemory = inMemory.markSent(inMemory.pendingUpdate(now), now);

        var recalled = book.mergeFrom(inMemory, AlertSource.REDIS)
                .observe(new AlertSnapshot(Set.of(AlertSource.REDIS), List.of()), now);

        assertThat(recalled.pendingUpdate(now)).isEqualTo(new ModLogUpdate(List.of(), List.of(redis)));
    }

    @Test
    void isReadAsItWasWritten() {
        look(BLURRED);
        look(BAD_DATE, REFUSED, BLIP, finding("line", "Line 7: A.", 7));
        look(REFUSED);
        book = book.observe(new AlertSnapshot(EnumSet.allOf(AlertSource.class), List.of(OVERLAP)), now)
                .withFeatures(Set.of("BANNER", "ANIMATED_ICON"));

        assertThat(AlertFields.read(AlertFields.write(book))).isEqualTo(book);
        assertThat(AlertFields.read(Map.of())).isEqualTo(AlertTracker.EMPTY);
    }

    @Test
    void readsWhatAnOlderVersionWroteWithoutDetails() {
        var fields = Map.of("trouble FINDINGS x", "TOLD\n2027-06-01T12:00:00Z\nAT_ONCE\nx\nheadline\ntext");

        assertThat(AlertFields.read(fields).states().get("FINDINGS x").alert())
                .isEqualTo(new Alert(AlertSource.FINDINGS, "x", Urgency.AT_ONCE, "headline", "text"));
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        var fields = Map.of(
                "sent", "2027-06-01T12:00:00Z yesterday",
                "trouble", "x",
                "trouble FINDINGS x", "TOLD\nyesterday\nAT_ONCE\nx\nx\nx",
                "trouble NOTHING x", "TOLD\n2027-06-01T12:00:00Z\nAT_ONCE\nx\nx\nx",
                "trouble GUILD x", "TOLD");

        assertThat(AlertFields.read(fields))
                .isEqualTo(new AlertTracker(Map.of(), List.of(NOON), Optional.empty(), Set.of()));
    }

    /** Looks around, and tells what is due. */
    private ModLogUpdate look(Alert... troubles) {
        book = book.observe(new AlertSnapshot(EnumSet.allOf(AlertSource.class), List.of(troubles)), now);
        var word = book.pendingUpdate(now);
        if (!word.isEmpty()) {
            book = book.markSent(word, now);
        }
        return word;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Alert[] firstTroubles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> trouble("number %02d".formatted(i), Urgency.AT_ONCE))
                .toArray(Alert[]::new);
    }

    private static Alert trouble(String id, Urgency urgency) {
        return new Alert(AlertSource.FINDINGS, id, urgency, "Headline of " + id, "Text of " + id);
    }

    /** What version 1.0.0-SNAPSHOT of November 2026 stored. */
    @Test
    void recognizesAlertsOfAnEarlierVersion() {
        var stored = Map.of(
                "sent",
                "2027-05-31T10:00:00Z",
                "features",
                "BANNER",
                "trouble FINDINGS bad-date events/pride/meta.md",
                "TOLD\n2027-05-31T10:00:00Z\nAT_ONCE\nbad-date events/pride/meta.md\n`events/pride/meta.md`\nNot a date.");

        var tracker = AlertFields.read(stored);

        assertThat(tracker.states()).containsOnlyKeys("FINDINGS invalid-date events/pride/meta.md");
        assertThat(tracker.states().values()).extracting(AlertState::state).containsExactly(AlertState.Status.TOLD);
    }

    @Test
    void writesAlertsThatAnEarlierVersionReads() {
        var alert = new Alert(
                AlertSource.FINDINGS,
                "invalid-date x",
                Urgency.AT_ONCE,
                "x",
                "text",
                Optional.of(new Alert.FindingDetails(true, 3, "x")));
        var state = new AlertState(alert, Instant.parse("2027-06-01T10:00:00Z"), AlertState.Status.TOLD);

        var fields =
                AlertFields.write(new AlertTracker(Map.of(alert.key(), state), List.of(), Optional.empty(), Set.of()));

        assertThat(fields.get("trouble FINDINGS invalid-date x").lines()).hasSize(6);
        assertThat(AlertFields.read(fields).states()).containsExactly(Map.entry(alert.key(), state));
    }
}
