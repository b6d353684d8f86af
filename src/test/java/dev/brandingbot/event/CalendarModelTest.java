package dev.brandingbot.event;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventCalendar.Collision;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.YearlyDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the calendar with a day-by-day model on random events. */
class CalendarModelTest {
    private static final int FIRST_YEAR = 2027;
    private static final int LEAP_YEAR = 2028;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void activeEventMatchesModel(long seed) {
        var events = RandomEvents.events(new Random(seed), 9);
        var calendar = new EventCalendar<>(events);

        assertThat(days())
                .as("seed %d: %s", seed, events)
                .allSatisfy(day ->
                        assertThat(calendar.activeOn(day)).as(day.toString()).isEqualTo(modelOn(events, day)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nextChangeMatchesModel(long seed) {
        var random = new Random(seed);
        var events = RandomEvents.events(random, 4);
        var day = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(800));

        var now = modelOn(events, day);
        var expected = Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(400)
                .filter(next -> !modelOn(events, next).equals(now))
                .findFirst();

        assertThat(new EventCalendar<>(events).nextChange(day))
                .as("seed %d: %s from %s", seed, events, day)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void collisionsMatchModel(long seed) {
        var events = RandomEvents.events(new Random(seed), 6);

        var collisions =
                new EventCalendar<>(events).collisions(FIRST_YEAR, LEAP_YEAR).toList();

        assertThat(byDay(collisions)).as("seed %d: %s", seed, events).isEqualTo(modelCollisions(events));
    }

    /** A A day on which one event hides another. */
    private record Hidden(LocalDate day, String shown, String hidden) {}

    private static Set<Hidden> byDay(List<Collision<EventSummary>> collisions) {
        var hidden = new HashSet<Hidden>();
        for (var collision : collisions) {
            var days = collision.days();
            days.first()
                    .datesUntil(days.last().plusDays(1))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LEAP_YEAR)
                    .forEach(day -> hidden.add(new Hidden(
                            day, collision.shown().path(), collision.hidden().path())));
        }
        return hidden;
    }

    private static Set<Hidden> modelCollisions(List<EventSummary> events) {
        var hidden = new HashSet<Hidden>();
        days().forEach(day -> {
            var on = modelDatedOn(events, day);
            for (var i = 0; i < on.size(); i++) {
                for (var j = i + 1; j < on.size(); j++) {
                    hidden.add(new Hidden(day, on.get(i).path(), on.get(j).path()));
                }
            }
        });
        return hidden;
    }

    private static Optional<EventSummary> modelOn(List<EventSummary> events, LocalDate day) {
        return modelDatedOn(events, day).stream()
                .findFirst()
                .or(() -> events.stream().filter(CalendarItem::isFallback).min(comparing(EventSummary::path)));
    }

    /** Returns the dated events on {@code day}; the first one is shown. */
    private static List<EventSummary> modelDatedOn(List<EventSummary> events, LocalDate day) {
        var on = new ArrayList<EventSummary>(events);
        on.removeIf(event -> run(event, day).isEmpty());
        on.sort(comparing((EventSummary event) -> -event.priority())
                .thenComparing(event -> run(event, day).orElseThrow().lengthInDays())
                .thenComparing(EventSummary::path));
        return on;
    }

    private static Optional<DateRange> run(EventSummary event, LocalDate day) {
        return event.dates().flatMap(dates -> RandomEvents.walk((YearlyDates) dates, day));
    }

    private static Stream<LocalDate> days() {
        return LocalDate.of(FIRST_YEAR, 1, 1).datesUntil(LocalDate.of(LEAP_YEAR + 1, 1, 1));
    }

    private static LongStream seeds() {
        return LongStream.range(0, 25);
    }
}
