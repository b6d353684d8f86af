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
 * What is shown on which day of a year.
 *
 * @param <E> the events' type
 * @param year the year
 * @param runs its days from January 1 to December 31, without gaps
 * @param spans the dated events that are shown in it, by the first day of theirs in the year
 */
public record YearSchedule<E extends CalendarItem>(int year, List<Run<E>> runs, List<EventSpan<E>> spans) {
    public YearSchedule {
        runs = List.copyOf(runs);
        spans = List.copyOf(spans);
    }

    /**
     * Days on which the same is on.
     *
     * @param <E> the event's type
     * @param days days of the year
     * @param event what is on, be it the fallback; nothing when nothing is
     */
    public record Run<E extends CalendarItem>(DateRange days, Optional<E> event) {
        /** Whether a dated event is on. */
        public boolean isDated() {
            return event.filter(it -> !it.isFallback()).isPresent();
        }
    }

    /**
     * An event that is on for once, perhaps with interruptions by others.
     *
     * @param <E> the event's type
     * @param event a dated event
     * @param occurrence the days that its dates give, including those on which another event hides it
     * @param runs the days on which it is shown, at least one of them in the year; not cut at New Year
     */
    public record EventSpan<E extends CalendarItem>(E event, DateRange occurrence, List<DateRange> runs) {
        public EventSpan {
            runs = List.copyOf(runs);
        }

        /** From the first day on which it is shown to the last. */
        public DateRange days() {
            return new DateRange(runs.get(0).first(), runs.get(runs.size() - 1).last());
        }
    }

    /** The plan that the calendar gives for {@code year}. */
    public static <E extends CalendarItem> YearSchedule<E> of(EventCalendar<E> calendar, int year) {
        var years = DayTable.on(calendar, year - 1, year + 1);
        return new YearSchedule<>(year, years.runs(ofYear(year), calendar.fallback()), years.showings(ofYear(year)));
    }

    /** January 1 to December 31. */
    public DateRange days() {
        return ofYear(year);
    }

    /** What is on at a day of the year. */
    public Optional<E> activeOn(LocalDate day) {
        return runs.stream().filter(run -> run.days().contains(day)).findFirst().flatMap(Run::event);
    }

    /** How many days no dated event is on. */
    long daysWithoutDated() {
        return runs.stream()
                .filter(run -> !run.isDated())
                .mapToLong(run -> run.days().lengthInDays())
                .sum();
    }

    private static DateRange ofYear(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The dated event of each day from {@code first} on. */
    private record DayTable<E extends CalendarItem>(LocalDate first, List<@Nullable Occurrence<E>> on) {
        /** What comes first takes its days from what comes later. */
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
