package dev.brandingbot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.EventCalendar.Collision;
import dev.brandingbot.event.EventCalendar.Occurrence;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class EventCalendarTest {
    private static final EventSummary EVERGREEN = fallback("events/evergreen");
    private static final EventSummary SUMMER = event("events/summer", "June 1 to August 31");
    private static final EventSummary PRIDE = event("events/pride", "June 1 to June 30");
    private static final EventSummary NEW_YEAR = event("events/new_year", "December 31 to January 2");

    @Test
    void emptyCalendarHasNoActiveEvent() {
        var calendar = new EventCalendar<EventSummary>(List.of());

        assertThat(calendar.activeOn(day("2027-06-15"))).isEmpty();
        assertThat(calendar.nextChange(day("2027-06-15"))).isEmpty();
        assertThat(calendar.upcoming(day("2027-06-15"))).isEmpty();
        assertThat(calendar.collisions(2027, 2028)).isEmpty();
    }

    @Test
    void usesFallbackIfNoDatedEventIsActive() {
        var calendar = new EventCalendar<>(List.of(PRIDE, EVERGREEN));

        assertThat(calendar.activeOn(day("2027-05-31"))).contains(EVERGREEN);
        assertThat(calendar.activeOn(day("2027-06-01"))).contains(PRIDE);
        assertThat(calendar.datedOn(day("2027-05-31"))).isEmpty();
        assertThat(new EventCalendar<>(List.of(PRIDE)).activeOn(day("2027-05-31")))
                .isEmpty();
    }

    @Test
    void findsNextEvent() {
        var calendar = new EventCalendar<>(List.of(PRIDE, NEW_YEAR, EVERGREEN));

        assertThat(calendar.nextEvent(day("2027-05-31"))).contains(new UpcomingEvent(PRIDE, day("2027-06-01")));
        assertThat(calendar.nextEvent(day("2027-06-15"))).contains(new UpcomingEvent(NEW_YEAR, day("2027-12-31")));
        assertThat(calendar.nextEvent(day("2028-01-01"))).contains(new UpcomingEvent(PRIDE, day("2028-06-01")));
    }

    @Test
    void nextEventStartsOnFirstActiveDay() {
        var calendar = new EventCalendar<>(List.of(SUMMER, PRIDE, EVERGREEN));

        assertThat(calendar.nextEvent(day("2027-05-31"))).contains(new UpcomingEvent(PRIDE, day("2027-06-01")));
        assertThat(calendar.nextEvent(day("2027-06-15"))).contains(new UpcomingEvent(SUMMER, day("2027-07-01")));
    }

    @Test
    void hasNoNextEventWithoutOtherEvents() {
        assertThat(new EventCalendar<>(List.of(PRIDE, EVERGREEN)).nextEvent(day("2027-06-15")))
                .isEmpty();
        assertThat(new EventCalendar<>(List.of(EVERGREEN)).nextEvent(day("2027-06-15")))
                .isEmpty();
        assertThat(new EventCalendar<EventSummary>(List.of()).nextEvent(day("2027-06-15")))
                .isEmpty();
    }

    @Test
    void usesFirstFallbackByPath() {
        var calendar = new EventCalendar<>(List.of(fallback("events/b"), fallback("events/a"), fallback("events/c")));

        assertThat(calendar.fallback()).contains(fallback("events/a"));
        assertThat(calendar.activeOn(day("2027-05-31"))).contains(fallback("events/a"));
    }

    @Test
    void shorterEventWins() {
        var calendar = new EventCalendar<>(List.of(SUMMER, PRIDE));

        assertThat(calendar.activeOn(day("2027-06-30"))).contains(PRIDE);
        assertThat(calendar.activeOn(day("2027-07-01"))).contains(SUMMER);
    }

    @Test
    void higherPriorityWinsOverLength() {
        var festival = new EventSummary("events/z", Optional.empty(), SUMMER.dates(), 1);
        var calendar = new EventCalendar<>(List.of(PRIDE, festival, SUMMER));

        assertThat(calendar.activeOn(day("2027-06-30"))).contains(festival);
        assertThat(calendar.activeOn(day("2027-07-01"))).contains(festival);
    }

    @Test
    void detectsDeclaredCollisions() {
        var june = event("events/june", "June 1 to June 30");
        var important = new EventSummary("events/important", Optional.empty(), PRIDE.dates(), 1);

        assertThat(isMeant(PRIDE, june)).as("only the path differs").isFalse();
        assertThat(isMeant(PRIDE, SUMMER)).as("one is longer").isTrue();
        assertThat(isMeant(PRIDE, important)).as("one has priority").isTrue();
    }

    private static boolean isMeant(EventSummary one, EventSummary other) {
        return new EventCalendar<>(List.of(one, other))
                .collisions(2027, 2027)
                .findFirst()
                .orElseThrow()
                .isDeclared();
    }

    @Test
    void firstPathWinsForEqualLength() {
        var b = event("events/b", "June 10 to June 12");
        var a = event("events/a", "June 12 to June 14");

        var calendar = new EventCalendar<>(List.of(b, a));

        assertThat(calendar.activeOn(day("2027-06-11"))).contains(b);
        assertThat(calendar.activeOn(day("2027-06-12"))).contains(a);
    }

    @Test
    void comparesLengthsInCurrentYear() {
        var untilLeapDay = event("events/a", "February 20 to February 29");
        var nineAndAHalf = event("events/b", "February 28 to March 8");

        var calendar = new EventCalendar<>(List.of(untilLeapDay, nineAndAHalf));

        assertThat(calendar.activeOn(day("2027-02-28"))).as("9 and 9 days").contains(untilLeapDay);
        assertThat(calendar.activeOn(day("2028-02-28"))).as("10 and 10 days").contains(untilLeapDay);
        assertThat(calendar.activeOn(day("2028-02-29"))).contains(untilLeapDay);
    }

    @Test
    void findsEventByPath() {
        var calendar = new EventCalendar<>(List.of(SUMMER, PRIDE));

        assertThat(calendar.event("events/pride")).contains(PRIDE);
        assertThat(calendar.event("events/prid")).isEmpty();
        assertThat(calendar.events()).containsExactly(PRIDE, SUMMER);
    }

    @Test
    void findsNextChange() {
        var calendar = new EventCalendar<>(List.of(SUMMER, PRIDE, EVERGREEN));

        assertThat(calendar.nextChange(day("2027-05-31"))).contains(day("2027-06-01"));
        assertThat(calendar.nextChange(day("2027-06-01"))).contains(day("2027-07-01"));
        assertThat(calendar.nextChange(day("2027-07-01"))).contains(day("2027-09-01"));
        assertThat(calendar.nextChange(day("2027-09-01"))).contains(day("2028-06-01"));
    }

    @Test
    void changesToNoEventWithoutFallback() {
        assertThat(new EventCalendar<>(List.of(PRIDE)).nextChange(day("2027-06-15")))
                .contains(day("2027-07-01"));
    }

    @Test
    void searchesLeapYearForNextChange() {
        var eve = event("events/eve", "February 29 to February 29");

        assertThat(new EventCalendar<>(List.of(eve)).nextChange(day("2027-03-01")))
                .contains(day("2028-02-29"));
        assertThat(new EventCalendar<>(List.of(eve, EVERGREEN)).nextChange(day("2028-03-01")))
                .contains(day("2029-02-28"));
    }

    @Test
    void hasNoChangeIfSameAllYear() {
        assertThat(new EventCalendar<>(List.of(EVERGREEN)).nextChange(day("2027-06-15")))
                .isEmpty();
        assertThat(new EventCalendar<>(List.of(event("events/all", "January 1 to December 31"), EVERGREEN))
                        .nextChange(day("2027-06-15")))
                .isEmpty();
    }

    @Test
    void listsUpcomingEventsByDate() {
        var calendar = new EventCalendar<>(List.of(SUMMER, PRIDE, NEW_YEAR, EVERGREEN));

        assertThat(calendar.upcoming(day("2027-01-01")).stream().map(Occurrence::event))
                .as("New Year is on")
                .containsExactly(NEW_YEAR, PRIDE, SUMMER);
        assertThat(calendar.upcoming(day("2027-07-01")))
                .as("summer is on, Pride over")
                .containsExactly(
                        occurrence(SUMMER, "2027-06-01", "2027-08-31"),
                        occurrence(NEW_YEAR, "2027-12-31", "2028-01-02"),
                        occurrence(PRIDE, "2028-06-01", "2028-06-30"));
    }

    @Test
    void listsSimultaneousEventsByPrecedence() {
        var calendar = new EventCalendar<>(
                List.of(SUMMER, event("events/b", "June 1 to June 30"), event("events/a", "June 1 to June 30")));

        assertThat(calendar.upcoming(day("2027-03-01")).stream()
                        .map(occurrence -> occurrence.event().path()))
                .containsExactly("events/a", "events/b", "events/summer");
    }

    @Test
    void findsCollisions() {
        var calendar =
                new EventCalendar<>(List.of(SUMMER, event("events/fair", "August 30 to September 2"), EVERGREEN));

        assertThatCollisions(calendar, 2027)
                .containsExactly(collision("events/fair", "events/summer", "2027-08-30", "2027-08-31"));
    }

    @Test
    void findsCollisionAfterNewYear() {
        var calendar = new EventCalendar<>(List.of(NEW_YEAR, event("events/kings", "January 2 to January 6")));

        assertThatCollisions(calendar, 2027)
                .containsExactly(collision("events/new_year", "events/kings", "2027-01-02", "2027-01-02"));
    }

    @Test
    void findsCollisionOverNewYear() {
        var winter = event("events/winter", "December 1 to February 10");
        var calendar = new EventCalendar<>(List.of(winter, NEW_YEAR));

        assertThatCollisions(calendar, 2027)
                .containsExactly(
                        collision("events/new_year", "events/winter", "2026-12-31", "2027-01-02"),
                        collision("events/new_year", "events/winter", "2027-12-31", "2028-01-02"));
    }

    @Test
    void yearLongEventDoesNotCollideWithItself() {
        var calendar = new EventCalendar<>(List.of(event("events/all", "February 29 to February 28")));

        assertThat(calendar.collisions(2027, 2030)).isEmpty();
    }

    private static AbstractListAssert<?, ?, Tuple, ?> assertThatCollisions(
            EventCalendar<EventSummary> calendar, int year) {
        return assertThat(calendar.collisions(year, year))
                .extracting(
                        collision -> collision.shown().path(),
                        collision -> collision.hidden().path(),
                        Collision::days);
    }

    private static Tuple collision(String shown, String hidden, String first, String last) {
        return tuple(shown, hidden, new DateRange(day(first), day(last)));
    }

    private static Occurrence<EventSummary> occurrence(EventSummary event, String first, String last) {
        return new Occurrence<>(event, new DateRange(day(first), day(last)));
    }

    private static EventSummary fallback(String path) {
        return new EventSummary(path, Optional.empty());
    }

    private static EventSummary event(String path, String dates) {
        return new EventSummary(path, Optional.of(EventDates.parse(dates).orElseThrow()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
