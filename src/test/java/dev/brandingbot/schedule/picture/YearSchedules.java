package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.schedule.YearSchedule;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plans for tests, made of lines like {@code pride: June 1 to June 30}; without dates it is a fallback. */
public final class YearSchedules {
    public static final LocalDate NO_DAY = LocalDate.EPOCH;

    private YearSchedules() {}

    public static YearSchedule<EventSummary> plan(int year, String... lines) {
        return YearSchedule.of(calendar(lines), year);
    }

    public static EventCalendar<EventSummary> calendar(String... lines) {
        return new EventCalendar<>(
                List.of(lines).stream().map(YearSchedules::entry).toList());
    }

    private static EventSummary entry(String line) {
        var parts = line.split(": ", 2);
        var dates = parts.length > 1 ? EventDates.parse(parts[1]) : Optional.<EventDates>empty();
        return new EventSummary("events/" + parts[0], dates);
    }

    /** Events that begin anywhere from {@code first} on, within {@code days}, with names of all lengths; no fallback. */
    public static YearSchedule<EventSummary> crowded(int events, LocalDate first, int days) {
        var random = new Random(events);
        var lines = new ArrayList<String>();
        for (var i = 0; i < events; i++) {
            var start = first.plusDays((long) i * days / events);
            var end = start.plusDays(random.nextInt(3));
            lines.add("event_%d%s: %s to %s"
                    .formatted(i, "_of_the_year".repeat(random.nextInt(4)), words(start), words(end)));
        }
        return plan(first.getYear(), lines.toArray(String[]::new));
    }

    private static String words(LocalDate day) {
        return YearlyDates.format(MonthDay.from(day));
    }

    public static DateRange days(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
