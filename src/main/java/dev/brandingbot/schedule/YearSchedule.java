package dev.brandingbot.schedule;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventCalendar.Occurrence;
import dev.brandingbot.event.date.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The active event of each day of a year.
 *
 * @param <E> the events' type
 * @param year the year
 * @param runs the ranges of days with the same event, from January 1 to December 31, without gaps
 * @param spans the dated events that are active in the year, by their first day in it
 */
public record YearSchedule<E extends CalendarItem>(int year, List<Run<E>> runs, List<EventSpan<E>> spans) {
    public YearSchedule {
        runs = List.copyOf(runs);
        spans = List.copyOf(spans);
    }

    /**
     * A range of days with the same active event.
     *
     * @param <E> the event's type
     * @param days the days
     * @param event the active event, which may be the fallback; empty if there is none
     */
    public record Run<E extends CalendarItem>(DateRange days, Optional<E> event) {
        /** Whether a dated event is active. */
        public boolean isDated() {
            return event.filter(it -> !it.isFallback()).isPresent();
        }
    }

    /**
     * One occurrence of an event, possibly interrupted by others.
     *
     * @param <E> the event's type
     * @param event the dated event
     * @param occurrence the days according to its dates, including hidden ones
     * @param runs the days on which it is active, at least one of them in the year; not clipped at New Year
     */
    public record EventSpan<E extends CalendarItem>(E event, DateRange occurrence, List<DateRange> runs) {
        public EventSpan {
            runs = List.copyOf(runs);
        }

        /** Returns the range from the first to the last active day. */
        public DateRange days() {
            return new DateRange(runs.get(0).first(), runs.get(runs.size() - 1).last());
        }
    }

    /** Returns the schedule of a calendar for {@code year}. */
    public static <E extends CalendarItem> YearSchedule<E> of(EventCalendar<E> calendar, int year) {
        var years = DayTable.on(calendar, year - 1, year + 1);
        return new YearSchedule<>(year, years.runs(ofYear(year), calendar.fallback()), years.showings(ofYear(year)));
    }

    /** Returns January 1 to December 31. */
    public DateRange days() {
        return ofYear(year);
    }

    /** Returns the active event on a day of the year. */
    public Optional<E> activeOn(LocalDate day) {
        return runs.stream().filter(run -> run.days().contains(day)).findFirst().flatMap(Run::event);
    }

    /** Returns the number of days without a dated event. */
    long daysWithoutDated() {
        return runs.stream()
                .filter(run -> !run.isDated())
                .mapToLong(run -> run.days().lengthInDays())
                .sum();
    }

    private static DateRange ofYear(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The dated event of each day, starting at {@code first}. */
    private record DayTable<E extends CalendarItem>(LocalDate first, List<@Nullable Occurrence<E>> on) {
        /** Earlier occurrences take precedence over later ones. */
        static <E extends CalendarItem> DayTable<E> on(EventCalendar<E> calendar, int firstYear, int lastYear) {
            var window = new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
            var days = new DayTable<E>(window.first(), new ArrayList<>());
            for (var day = 0; day < window.lengthInDays(); day++) {
                days.on.add(null);
            }
            var occurrences = calendar.occurrencesByPrecedence(firstYear, lastYear);
            for (var i = occurrences.size() - 1; i >= 0; i--) {
                var occurrence = occurrences.get(i);
                occurrence.days().intersection(window).ifPresent(shown -> days.put(shown, occurrence));
            }
            return days;
        }

        private void put(DateRange days, Occurrence<E> occurrence) {
            indexes(days).forEach(index -> on.set(index, occurrence));
        }

        List<Run<E>> runs(DateRange year, Optional<E> fallback) {
            var runs = new ArrayList<Run<E>>();
            for (var day : indexes(year).toArray()) {
                var event =
                        Optional.ofNullable(on.get(day)).map(Occurrence::event).or(() -> fallback);
                var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last != null && isSame(last.event(), event)) {
                    runs.set(runs.size() - 1, new Run<>(until(last.days(), day), event));
                } else {
                    runs.add(new Run<>(only(day), event));
                }
            }
            return runs;
        }

        List<EventSpan<E>> showings(DateRange year) {
            Map<Occurrence<E>, List<DateRange>> runs = new LinkedHashMap<>();
            @Nullable Occurrence<E> before = null;
            for (var day = 0; day < on.size(); day++) {
                var occurrence = on.get(day);
                if (occurrence != null) {
                    add(runs.computeIfAbsent(occurrence, first -> new ArrayList<>()), day, occurrence.equals(before));
                }
                before = occurrence;
            }
            return runs.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(year::overlaps))
                    .map(entry -> new EventSpan<>(
                            entry.getKey().event(), entry.getKey().days(), entry.getValue()))
                    .toList();
        }

        private void add(List<DateRange> runs, int day, boolean goesOn) {
            if (goesOn) {
                runs.set(runs.size() - 1, until(runs.get(runs.size() - 1), day));
            } else {
                runs.add(only(day));
            }
        }

        private DateRange only(int day) {
            return new DateRange(first.plusDays(day), first.plusDays(day));
        }

        private DateRange until(DateRange run, int day) {
            return new DateRange(run.first(), first.plusDays(day));
        }

        private IntStream indexes(DateRange days) {
            return IntStream.rangeClosed(index(days.first()), index(days.last()));
        }

        private int index(LocalDate day) {
            return (int) (day.toEpochDay() - first.toEpochDay());
        }

        private static <E extends CalendarItem> boolean isSame(Optional<E> one, Optional<E> other) {
            return Objects.equals(one.map(CalendarItem::path), other.map(CalendarItem::path));
        }
    }
}
