package dev.brandingbot.event;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.YearlyDates;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Generates random events, with a simple day-by-day model. */
public final class RandomEvents {
    private static final LocalDate NEW_YEAR_OF_A_LEAP_YEAR = LocalDate.of(2028, 1, 1);

    private RandomEvents() {}

    /** Returns dates of any length, often short or near the end of a month, February or year. */
    public static YearlyDates dates(RandomGenerator random) {
        var start = random.nextInt(4) == 0 ? edge(random) : day(random.nextInt(366));
        return switch (random.nextInt(4)) {
            case 0 -> new YearlyDates(start, start);
            case 1 -> new YearlyDates(start, edge(random));
            case 2 -> new YearlyDates(start, day(random.nextInt(366)));
            default -> new YearlyDates(start, day((indexOf(start) + random.nextInt(20)) % 366));
        };
    }

    /** Returns up to {@code max} events in random order, some of them fallbacks. */
    static List<EventSummary> events(RandomGenerator random, int max) {
        var events = new ArrayList<EventSummary>();
        var count = random.nextInt(max + 1);
        for (var i = 0; i < count; i++) {
            var dates = random.nextInt(6) == 0 ? Optional.<EventDates>empty() : Optional.<EventDates>of(dates(random));
            var path = "events/" + (char) ('a' + (i * 7) % 26);
            var priority = random.nextInt(3) == 0 ? random.nextInt(-1, 2) : EventMetadata.DEFAULT_PRIORITY;
            events.add(new EventSummary(path, Optional.empty(), dates, priority));
        }
        return events;
    }

    /** Whether {@code dates} include {@code day}, determined by walking day by day from each start to its end. */
    public static Optional<DateRange> walk(YearlyDates dates, LocalDate day) {
        for (var start = day; start.isAfter(day.minusDays(368)); start = start.minusDays(1)) {
            if (isThat(dates.start(), start)) {
                var end = firstEnd(dates, start);
                if (!end.isBefore(day)) {
                    return Optional.of(new DateRange(start, end));
                }
            }
        }
        return Optional.empty();
    }

    private static LocalDate firstEnd(YearlyDates dates, LocalDate start) {
        // From February 29 to 28 is a year less a day, although both are the 28th in a common year.
        var isNextYears = dates.end().isBefore(dates.start());
        var end = isNextYears ? start.plusDays(1) : start;
        while (!isThat(dates.end(), end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private static boolean isThat(MonthDay wanted, LocalDate day) {
        var isLeapDay = wanted.equals(MonthDay.of(2, 29));
        return isLeapDay && !day.isLeapYear()
                ? day.getMonthValue() == 2 && day.getDayOfMonth() == 28
                : wanted.getMonthValue() == day.getMonthValue() && wanted.getDayOfMonth() == day.getDayOfMonth();
    }

    private static MonthDay edge(RandomGenerator random) {
        var edges = List.of("--01-01", "--12-31", "--02-28", "--02-29", "--03-01", "--12-30", "--01-02");
        return MonthDay.parse(edges.get(random.nextInt(edges.size())));
    }

    private static MonthDay day(int index) {
        return MonthDay.from(NEW_YEAR_OF_A_LEAP_YEAR.plusDays(index));
    }

    private static int indexOf(MonthDay day) {
        return day.atYear(NEW_YEAR_OF_A_LEAP_YEAR.getYear()).getDayOfYear() - 1;
    }
}
