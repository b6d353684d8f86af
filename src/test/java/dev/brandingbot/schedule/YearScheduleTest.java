package dev.brandingbot.schedule;

import static dev.brandingbot.schedule.picture.YearSchedules.days;
import static dev.brandingbot.schedule.picture.YearSchedules.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.schedule.YearSchedule.EventSpan;
import dev.brandingbot.schedule.picture.YearSchedules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearScheduleTest {
    @Test
    void usesFallbackBetweenDatedEvents() {
        var plan = plan(2027, "pride: June 1 to June 30", "evergreen");

        assertThat(runs(plan))
                .containsExactly(
                        tuple(days("2027-01-01", "2027-05-31"), "events/evergreen"),
                        tuple(days("2027-06-01", "2027-06-30"), "events/pride"),
                        tuple(days("2027-07-01", "2027-12-31"), "events/evergreen"));
        assertThat(plan.daysWithoutDated()).isEqualTo(335);
    }

    @Test
    void hasNoEventWithoutFallback() {
        var plan = plan(2027, "pride: June 1 to June 30");

        assertThat(runs(plan)).startsWith(tuple(days("2027-01-01", "2027-05-31"), null));
        assertThat(runs(plan(2027))).containsExactly(tuple(days("2027-01-01", "2027-12-31"), null));
        assertThat(plan.activeOn(LocalDate.parse("2027-05-31"))).isEmpty();
        assertThat(plan.activeOn(LocalDate.parse("2027-06-30")).map(CalendarItem::path))
                .contains("events/pride");
    }

    @Test
    void clipsEventsAtNewYear() {
        var plan = plan(2027, "new_year: December 29 to January 3");

        assertThat(runs(plan))
                .containsExactly(
                        tuple(days("2027-01-01", "2027-01-03"), "events/new_year"),
                        tuple(days("2027-01-04", "2027-12-28"), null),
                        tuple(days("2027-12-29", "2027-12-31"), "events/new_year"));
        assertThat(plan.spans())
                .extracting(EventSpan::days)
                .containsExactly(days("2026-12-29", "2027-01-03"), days("2027-12-29", "2028-01-03"));
    }

    @Test
    void includesLeapDay() {
        assertThat(runs(plan(2028, "leap_week: February 26 to February 29")))
                .contains(tuple(days("2028-02-26", "2028-02-29"), "events/leap_week"));
        assertThat(runs(plan(2027, "leap_week: February 26 to February 29")))
                .contains(tuple(days("2027-02-26", "2027-02-28"), "events/leap_week"));
    }

    @Test
    void shortEventInterruptsLongOne() {
        var plan = plan(2027, "summer: June 1 to August 31", "fair: July 10 to July 11", "hidden: July 10 to July 13");

        assertThat(plan.spans().get(0).runs())
                .containsExactly(days("2027-06-01", "2027-07-09"), days("2027-07-14", "2027-08-31"));
        assertThat(plan.spans())
                .extracting(showing -> showing.event().path())
                .containsExactly("events/summer", "events/fair", "events/hidden");
    }

    @Test
    void omitsHiddenEvents() {
        var plan = plan(2027, "a: July 10 to July 11", "b: July 10 to July 11");

        assertThat(plan.spans())
                .singleElement()
                .satisfies(it -> assertThat(it.event().path()).isEqualTo("events/a"));
    }

    @Test
    void mergesYearLongEvent() {
        assertThat(runs(plan(2027, "all: February 29 to February 28")))
                .containsExactly(tuple(days("2027-01-01", "2027-12-31"), "events/all"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1970, 2027, 2028, 2100, 2200})
    void matchesCalendarOnEachDay(int year) {
        for (var seed = 0; seed < 20; seed++) {
            var calendar = YearSchedules.calendar(randomLines(new Random(seed)));

            var plan = YearSchedule.of(calendar, year);

            assertThat(plan.runs().get(0).days().first()).isEqualTo(LocalDate.of(year, 1, 1));
            var next = LocalDate.of(year, 1, 1);
            for (var run : plan.runs()) {
                assertThat(run.days().first()).as("seed %d", seed).isEqualTo(next);
                run.days()
                        .first()
                        .datesUntil(run.days().last().plusDays(1))
                        .forEach(day ->
                                assertThat(run.event()).as(day.toString()).isEqualTo(calendar.activeOn(day)));
                next = run.days().last().plusDays(1);
            }
            assertThat(next).isEqualTo(LocalDate.of(year + 1, 1, 1));
        }
    }

    private static String[] randomLines(Random random) {
        var lines = new ArrayList<>(List.of("evergreen"));
        IntStream.range(0, 12).forEach(i -> lines.add("e" + i + ": " + day(random) + " to " + day(random)));
        return lines.toArray(String[]::new);
    }

    private static String day(Random random) {
        return List.of(
                        "January 1",
                        "February 28",
                        "February 29",
                        "March 1",
                        "December 31",
                        "July " + (1 + random.nextInt(31)))
                .get(random.nextInt(6));
    }

    private static List<Tuple> runs(YearSchedule<EventSummary> plan) {
        return plan.runs().stream()
                .map(run -> tuple(run.days(), path(run.event())))
                .toList();
    }

    private static String path(Optional<EventSummary> event) {
        return event.map(CalendarItem::path).orElse(null);
    }
}
