package dev.brandingbot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.brandingbot.event.EventCalendar.Occurrence;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarOverridesTest {
    private static final EventSummary SUMMER = event("events/summer", "June 1 to August 31");
    private static final EventSummary PRIDE = event("events/pride", "June 1 to June 30");
    private static final EventSummary NEW_YEAR = event("events/new_year", "December 29 to January 3");
    private static final EventSummary EVERGREEN = new EventSummary("events/evergreen", Optional.empty());
    private static final EventCalendar<EventSummary> CALENDAR =
            new EventCalendar<>(List.of(SUMMER, PRIDE, NEW_YEAR, EVERGREEN));

    @Nested
    class PinTests {
        @Test
        void pinOverridesDatesThroughItsLastDay() {
            var pinned = CALENDAR.withOverrides(pin(NEW_YEAR, "2027-05-20", "2027-06-10"));

            assertThat(pinned.activeOn(day("2027-05-19"))).contains(EVERGREEN);
            assertThat(pinned.activeOn(day("2027-05-20"))).contains(NEW_YEAR);
            assertThat(pinned.activeOn(day("2027-06-10"))).contains(NEW_YEAR);
            assertThat(pinned.activeOn(day("2027-06-11"))).contains(PRIDE);
        }

        @Test
        void pinCanSpanNewYear() {
            var pinned = CALENDAR.withOverrides(pin(PRIDE, "2027-12-20", "2028-01-02"));

            assertThat(pinned.activeOn(day("2027-12-31"))).contains(PRIDE);
            assertThat(pinned.activeOn(day("2028-01-02"))).contains(PRIDE);
            assertThat(pinned.activeOn(day("2028-01-03"))).contains(NEW_YEAR);
        }

        @Test
        void pinWithoutLastDayNeverEnds() {
            var pinned = CALENDAR.withOverrides(new CalendarOverrides(
                    Optional.of(new Pin(EVERGREEN.path(), day("2027-05-20"), Optional.empty())), List.of()));

            assertThat(pinned.activeOn(day("2031-06-15"))).contains(EVERGREEN);
            assertThat(pinned.nextChange(day("2027-05-20"))).isEmpty();
        }

        @Test
        void pinMovesNextChange() {
            assertThat(CALENDAR.withOverrides(pin(EVERGREEN, "2027-05-20", "2027-06-10"))
                            .nextChange(day("2027-05-20")))
                    .contains(day("2027-06-11"));
            assertThat(CALENDAR.withOverrides(pin(PRIDE, "2027-06-05", "2027-06-10"))
                            .nextChange(day("2027-06-05")))
                    .as("its own days go on")
                    .contains(day("2027-07-01"));
        }

        @Test
        void ignoresPinOfMissingEvent() {
            var pinned =
                    CALENDAR.withOverrides(pin(event("events/gone", "May 1 to May 2"), "2027-05-20", "2027-06-10"));

            assertThat(pinned.activeOn(day("2027-06-01"))).contains(PRIDE);
            assertThat(pinned.pinnedOn(day("2027-06-01"))).isEmpty();
        }

        @Test
        void pinMatchesFolderInAnyUnicodeForm() {
            var stored = event("events/fe\u0302te", "May 1 to May 2");
            var typed = event("events/f\u00eate", "May 1 to May 2");
            var calendar = new EventCalendar<>(List.of(stored, EVERGREEN));

            assertThat(calendar.withOverrides(pin(typed, "2027-05-20", "2027-06-10"))
                            .activeOn(day("2027-06-01")))
                    .contains(stored);
            assertThat(calendar.withOverrides(skip(typed, "2027-05-01", "2027-05-02"))
                            .activeOn(day("2027-05-01")))
                    .contains(EVERGREEN);
            assertThat(skip(typed, "2027-05-01", "2027-05-02").withoutSkip(stored.path()))
                    .isEqualTo(CalendarOverrides.EMPTY);
        }

        @Test
        void pinEndsTheDayAfter() {
            var pin = pin(PRIDE, "2027-05-20", "2027-06-10");

            assertThat(pin.activeAt(day("2027-06-10"))).isEqualTo(pin);
            assertThat(pin.activeAt(day("2027-06-11"))).isEqualTo(CalendarOverrides.EMPTY);
        }

        @Test
        void pinHoldsWhenClockIsSetBack() {
            var pin = pin(PRIDE, "2027-05-20", "2027-06-10").activeAt(day("2027-05-18"));

            assertThat(CALENDAR.withOverrides(pin).activeOn(day("2027-05-18"))).contains(PRIDE);
        }
    }

    @Nested
    class SkipTests {
        @Test
        void skipsOneOccurrenceOnly() {
            var skipped = CALENDAR.withOverrides(skip(PRIDE, "2027-06-01", "2027-06-30"));

            assertThat(skipped.activeOn(day("2027-06-15"))).contains(SUMMER);
            assertThat(skipped.activeOn(day("2028-06-15"))).contains(PRIDE);
            assertThat(skipped.activeOn(day("2026-06-15"))).contains(PRIDE);
        }

        @Test
        void skipsOccurrenceOverNewYear() {
            var skipped = CALENDAR.withOverrides(skip(NEW_YEAR, "2027-12-29", "2028-01-03"));

            assertThat(skipped.activeOn(day("2027-12-31"))).contains(EVERGREEN);
            assertThat(skipped.activeOn(day("2028-01-03"))).contains(EVERGREEN);
            assertThat(skipped.activeOn(day("2027-01-02"))).contains(NEW_YEAR);
            assertThat(skipped.activeOn(day("2028-12-29"))).contains(NEW_YEAR);
        }

        @ParameterizedTest
        @CsvSource({"2027-05-20, 2027-06-10", "2027-06-20, 2027-07-20", "2027-03-01, 2027-03-31"})
        void skipFollowsMovedOccurrence(String first, String last) {
            var skipped = CALENDAR.withOverrides(skip(PRIDE, first, last));

            assertThat(skipped.activeOn(day("2027-06-15"))).contains(SUMMER);
            assertThat(skipped.activeOn(day("2028-06-15"))).contains(PRIDE);
        }

        @Test
        void skipIgnoresOccurrenceMonthsAway() {
            var jam = event("events/jam", "2027: November 20 to November 20; 2028: February 10 to February 10");
            var skipped =
                    new EventCalendar<>(List.of(jam, EVERGREEN)).withOverrides(skip(jam, "2027-11-20", "2027-11-20"));

            assertThat(skipped.activeOn(day("2027-11-20"))).contains(EVERGREEN);
            assertThat(skipped.activeOn(day("2028-02-10"))).contains(jam);
        }

        @Test
        void skippedEventIsNotUpcoming() {
            var skipped = CALENDAR.withOverrides(skip(PRIDE, "2027-06-01", "2027-06-30"));

            assertThat(skipped.upcoming(day("2027-06-15")))
                    .extracting(Occurrence::event, it -> it.days().first())
                    .containsExactly(
                            tuple(SUMMER, day("2027-06-01")),
                            tuple(NEW_YEAR, day("2027-12-29")),
                            tuple(PRIDE, day("2028-06-01")));
            assertThat(skipped.nextChange(day("2027-05-31"))).contains(day("2027-06-01"));
            assertThat(skipped.nextChange(day("2027-06-01"))).contains(day("2027-09-01"));
        }

        @Test
        void skipIsKeptWhileOccurrenceCanMove() {
            var skip = skip(PRIDE, "2027-06-01", "2027-06-30");

            assertThat(skip.activeAt(day("2027-07-01"))).isEqualTo(skip);
            assertThat(skip.activeAt(day("2027-12-01"))).isEqualTo(CalendarOverrides.EMPTY);
        }

        @Test
        void skipOfYearLongEventLastsAllYear() {
            var all = event("events/all", "January 1 to December 31");
            var skip = skip(all, "2027-01-01", "2027-12-31");

            var skipped = new EventCalendar<>(List.of(all, EVERGREEN)).withOverrides(skip.activeAt(day("2027-12-31")));

            assertThat(skipped.activeOn(day("2027-12-31"))).contains(EVERGREEN);
            assertThat(skipped.activeOn(day("2028-01-01"))).contains(all);
        }

        @Test
        void skipReplacesEarlierSkipAndPin() {
            var before = pin(PRIDE, "2027-05-20", "2027-06-10").withSkip(run(PRIDE, "2026-06-01", "2026-06-30"));

            var after = pin(PRIDE, "2027-05-20", "2027-06-10")
                    .withSkip(run(PRIDE, "2027-06-01", "2027-06-30"))
                    .withSkip(run(SUMMER, "2027-06-01", "2027-08-31"));

            assertThat(before.pin()).isEmpty();
            assertThat(after.skips()).extracting(Skip::path).containsExactly("events/pride", "events/summer");
            assertThat(after.withoutSkip("events/pride").skips()).hasSize(1);
        }

        @Test
        void laterPinOverridesSkip() {
            var both = skip(PRIDE, "2027-06-01", "2027-06-30")
                    .withPin(new Pin(PRIDE.path(), day("2027-06-05"), Optional.of(day("2027-06-10"))));

            assertThat(CALENDAR.withOverrides(both).activeOn(day("2027-06-10"))).contains(PRIDE);
            assertThat(CALENDAR.withOverrides(both).activeOn(day("2027-06-11"))).contains(SUMMER);
        }
    }

    @Nested
    class OfAYear {
        @Test
        void occurrencesMatchActiveEvents() {
            var adjusted = CALENDAR.withOverrides(skip(SUMMER, "2027-06-01", "2027-08-31")
                    .withPin(new Pin(NEW_YEAR.path(), day("2027-06-20"), Optional.of(day("2027-07-10")))));

            var occurrences = adjusted.occurrencesByPrecedence(2027, 2027);

            for (var day = day("2027-01-01"); day.getYear() == 2027; day = day.plusDays(1)) {
                var today = day;
                assertThat(occurrences.stream()
                                .filter(it -> it.days().contains(today))
                                .findFirst()
                                .map(Occurrence::event))
                        .as(day.toString())
                        .isEqualTo(adjusted.pinnedOrDatedOn(day));
            }
        }

        @Test
        void occurrencesIncludeOpenEndedPin() {
            var pin = CalendarOverrides.EMPTY.withPin(new Pin(PRIDE.path(), day("2027-12-01"), Optional.empty()));

            assertThat(CALENDAR.withOverrides(pin)
                            .occurrencesByPrecedence(2026, 2027)
                            .get(0)
                            .days())
                    .isEqualTo(new DateRange(day("2027-12-01"), day("2027-12-31")));
            assertThat(CALENDAR.withOverrides(pin).occurrencesByPrecedence(2026, 2026))
                    .extracting(Occurrence::event)
                    .doesNotContain(EVERGREEN)
                    .hasSize(4);
        }
    }

    private static CalendarOverrides pin(EventSummary event, String since, String until) {
        return CalendarOverrides.EMPTY.withPin(new Pin(event.path(), day(since), Optional.of(day(until))));
    }

    private static CalendarOverrides skip(EventSummary event, String first, String last) {
        return CalendarOverrides.EMPTY.withSkip(run(event, first, last));
    }

    private static Skip run(EventSummary event, String first, String last) {
        return new Skip(event.path(), new DateRange(day(first), day(last)));
    }

    private static EventSummary event(String path, String dates) {
        return new EventSummary(path, EventDates.parse(dates));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
