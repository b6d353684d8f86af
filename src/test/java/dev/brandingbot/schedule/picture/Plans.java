package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.CalendarEntry;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.schedule.YearPlan;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plans for tests, made of lines like {@code pride: June 1 to June 30}; without dates it is a fallback. */
public final class Plans {
    public static final LocalDate NO_DAY = LocalDate.EPOCH;

    private Plans() {}

    public static YearPlan<CalendarEntry> plan(int year, String... lines) {
        return YearPlan.of(calendar(lines), year);
    }

    public static Calendar<CalendarEntry> calendar(String... lines) {
        return new Calendar<>(List.of(lines).stream().map(Plans::entry).toList());
    }

    private static CalendarEntry entry(String line) {
        var parts = line.split(": ", 2);
        var dates = parts.length > 1 ? EventDates.parse(parts[1]) : Optional.<EventDates>empty();
        return new CalendarEntry("events/" + parts[0], dates);
    }

    /** Events that begin anywhere from {@code first} on, within {@code days}, with names of all lengths; no fallback. */
    public static YearPlan<CalendarEntry> crowded(int events, LocalDate first, int days) {
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
