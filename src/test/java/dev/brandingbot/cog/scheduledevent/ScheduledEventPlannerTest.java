package dev.brandingbot.cog.scheduledevent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.cog.SyncReports;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduledEventPlannerTest {
    private static final Instant NOW = Instant.parse("2027-05-20T12:00:00Z");
    private static final LocalDate JUNE_1 = LocalDate.of(2027, 6, 1);
    private static final LocalDate JUNE_30 = LocalDate.of(2027, 6, 30);
    private static final DesiredEvent PRIDE = wanted("events/pride", JUNE_1, JUNE_30, "Colours");
    private static final PublishedEventRegistry NOTHING = PublishedEventRegistry.EMPTY;

    @Test
    void makesWhatIsMissing() {
        assertThat(plan(NOTHING)).containsExactly(new ScheduledEventChange.Create(PRIDE));
    }

    @Test
    void leavesAloneWhatIsRight() {
        assertThat(plan(NOTHING.with(PRIDE.key(), 7), shown(PRIDE, 7))).isEmpty();
    }

    @Test
    void changesWhatIsOtherwiseInTheRepository() {
        var published = shown(wanted("events/pride", JUNE_1, JUNE_30, "Grey"), 7);

        assertThat(plan(NOTHING.with(PRIDE.key(), 7), published))
                .containsExactly(new ScheduledEventChange.Change(PRIDE.key(), PRIDE, published));
    }

    @Test
    void changesTheCoverWithTheBanners() {
        var book = NOTHING.with(PRIDE.key(), 7);

        assertThat(plan(book.withCover(PRIDE.key(), "others"), shown(PRIDE, 7)))
                .containsExactly(new ScheduledEventChange.SetCover(PRIDE, 7));
        assertThat(plan(book.withCover(PRIDE.key(), PRIDE.banners()), shown(PRIDE, 7)))
                .isEmpty();
    }

    @Test
    void movesAnEventWhoseDaysChanged() {
        var before = wanted("events/pride", JUNE_1.plusDays(3), JUNE_30, "Colours");
        var published = shown(before, 7);

        assertThat(plan(NOTHING.with(before.key(), 7), published))
                .containsExactly(new ScheduledEventChange.Change(before.key(), PRIDE, published));
    }

    @Test
    void removesWhatIsNotWantedAnyMore() {
        var easter = wanted("events/easter", LocalDate.of(2027, 5, 25), LocalDate.of(2027, 5, 26), "Eggs");
        var book = NOTHING.with(PRIDE.key(), 7).with(easter.key(), 8);

        assertThat(plan(book, shown(PRIDE, 7), shown(easter, 8)))
                .containsExactly(new ScheduledEventChange.Remove(easter.key(), 8));
    }

    @Test
    void forgetsWhatIsOver() {
        var april = wanted("events/april", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 1), "Fools");
        var justOver = wanted("events/may", LocalDate.of(2027, 5, 19), LocalDate.of(2027, 5, 19), "Day");
        var book = NOTHING.with(PRIDE.key(), 7).with(april.key(), 8).with(justOver.key(), 9);

        assertThat(plan(book, shown(PRIDE, 7), shown(justOver, 9)))
                .containsExactlyInAnyOrder(
                        new ScheduledEventChange.Forget(april.key()), new ScheduledEventChange.Forget(justOver.key()));
    }

    @Test
    void makesNoneAgainThatSomebodyTookAway() {
        var book = NOTHING.with(PRIDE.key(), 7);

        assertThat(plan(book)).containsExactly(new ScheduledEventChange.MarkDeleted(PRIDE.key()));
        assertThat(plan(book.deletedByUser(PRIDE.key()))).isEmpty();
    }

    @Test
    void knowsItsOwnEventThatWasMadeBeforeACrash() {
        assertThat(plan(NOTHING, shown(PRIDE, 7))).containsExactly(new ScheduledEventChange.Adopt(PRIDE, 7));
    }

    @Test
    void removesWhatWasMadeTwice() {
        assertThat(plan(NOTHING.with(PRIDE.key(), 7), shown(PRIDE, 7), shown(PRIDE, 8)))
                .containsExactly(new ScheduledEventChange.DeleteDuplicate(PRIDE, 8));
    }

    @Test
    void takesNoEventForTwoOccasions() {
        var other = wanted("events/other", JUNE_1, JUNE_30, "Same name");
        var sameName = new DesiredEvent(event("events/other", "Pride", "Same name"), other.days());

        var steps = ScheduledEventPlanner.changes(
                List.of(PRIDE, sameName), Set.of(), NOTHING.with(PRIDE.key(), 7), List.of(shown(PRIDE, 7)), NOW);

        assertThat(steps).containsExactly(new ScheduledEventChange.Create(sameName));
    }

    @Test
    void leavesAloneWhatBelongsToABrokenEvent() {
        var broken = wanted("events/broken", JUNE_1, JUNE_1, "Broken");
        var book = NOTHING.with(PRIDE.key(), 7).with(broken.key(), 8);

        assertThat(ScheduledEventPlanner.changes(
                        List.of(PRIDE), Set.of("events/broken"), book, List.of(shown(PRIDE, 7), shown(broken, 8)), NOW))
                .isEmpty();
    }

    @Test
    void startsAnEventThatIsOnAlreadyInAMoment() {
        var on = wanted("events/may", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31), "May");

        assertThat(on.start(NOW)).isAfter(NOW).isBefore(NOW.plus(Duration.ofMinutes(10)));
        assertThat(ScheduledEventPlanner.changes(List.of(on), Set.of(), NOTHING, List.of(), NOW))
                .containsExactly(new ScheduledEventChange.Create(on));
        var published = new PublishedEvent(7, on.name(), on.description(), on.start(NOW), on.end(), true);
        assertThat(ScheduledEventPlanner.changes(
                        List.of(on), Set.of(), NOTHING, List.of(published), NOW.plus(Duration.ofHours(1))))
                .containsExactly(new ScheduledEventChange.Adopt(on, 7));
        assertThat(ScheduledEventPlanner.changes(
                        List.of(on),
                        Set.of(),
                        NOTHING.with(on.key(), 7),
                        List.of(published),
                        NOW.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void doesNotBeginWithAnEventThatIsAlmostOver() {
        var today = wanted("events/today", LocalDate.of(2027, 5, 20), LocalDate.of(2027, 5, 20), "Today");
        var lastMinutes = Instant.parse("2027-05-20T23:55:00Z");

        assertThat(ScheduledEventPlanner.changes(List.of(today), Set.of(), NOTHING, List.of(), lastMinutes))
                .isEmpty();
    }

    @Test
    void staysWithinDiscordsLimits() {
        var long1 = new DesiredEvent(
                event("events/long", "N".repeat(300), "D".repeat(5000)), new DateRange(JUNE_1, JUNE_30));

        assertThat(long1.name()).hasSize(100);
        assertThat(long1.description()).hasSize(1000);
    }

    @Test
    void isRememberedAsItWasNoted() {
        var book = NOTHING.with(PRIDE.key(), 7)
                .withCover(PRIDE.key(), "banners")
                .deletedByUser(new OccurrenceKey("events/a b", JUNE_1))
                .withFingerprint("mark");

        assertThat(PublishedEventRegistry.read(book.fields())).isEqualTo(book);
        assertThat(PublishedEventRegistry.read(Map.of("soon events/x", "1", "2027-06-01 events/x", "seven")))
                .isEqualTo(NOTHING);
    }

    private static List<ScheduledEventChange> plan(PublishedEventRegistry book, PublishedEvent... published) {
        return ScheduledEventPlanner.changes(List.of(PRIDE), Set.of(), book, List.of(published), NOW);
    }

    private static PublishedEvent shown(DesiredEvent event, long id) {
        return new PublishedEvent(id, event.name(), event.description(), event.start(NOW), event.end(), false);
    }

    private static DesiredEvent wanted(String path, LocalDate first, LocalDate last, String description) {
        var title = path.equals("events/pride") ? "Pride" : path;
        return new DesiredEvent(event(path, title, description), new DateRange(first, last));
    }

    private static BrandingEvent event(String path, String name, String description) {
        var meta = EventMetadata.of(EventDates.parse("June 1 to June 30"), description)
                .withName(name);
        return new BrandingEvent(path, meta, "m1", List.of(SyncReports.BANNER), List.of(SyncReports.ICON));
    }
}
