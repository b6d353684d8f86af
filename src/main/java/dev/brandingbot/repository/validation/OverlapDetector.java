package dev.brandingbot.repository.validation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventCalendar.Collision;
import dev.brandingbot.event.date.EventDates;
import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.meta.MetaFile;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds events that overlap with others such that only the path decides which one is active. */
final class OverlapDetector {
    /**
     * The year in which yearly dates are compared. It is fixed, so that findings do not depend on the current date. Any
     * leap year will do: only days at the end of February differ between years.
     */
    private static final int LEAP_YEAR = 2028;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** The maximum number of other events in a message, which also bounds memory. */
    private static final int MAX_WINNERS = 3;

    private final Map<String, Winners> winnersByPath = new LinkedHashMap<>();

    private OverlapDetector() {}

    /**
     * A Returns a finding for each hidden event. Yearly dates are compared in any year, moving dates in this year and
     * the next.
     *
     * @param today the day in UTC
     */
    static List<Finding> findings(List<BrandingEvent> events, LocalDate today) {
        var overlaps = new OverlapDetector();
        Stream.concat(yearly(events), moving(events, today))
                .filter(not(Collision::isDeclared))
                .forEach(overlaps::add);
        return overlaps.findings();
    }

    /** Returns collisions of yearly events in a leap year, and those of the year before that involve February 29. */
    private static Stream<Collision<BrandingEvent>> yearly(List<BrandingEvent> events) {
        var calendar = new EventCalendar<>(
                events.stream().filter(event -> isYearly(event)).toList());
        var common = collisionsStartingIn(LEAP_YEAR - 1, calendar)
                .filter(collision -> hasLeapDay(collision.shown()) || hasLeapDay(collision.hidden()));
        return Stream.concat(collisionsStartingIn(LEAP_YEAR, calendar), common);
    }

    private static Stream<Collision<BrandingEvent>> collisionsStartingIn(
            int year, EventCalendar<BrandingEvent> calendar) {
        return calendar.collisions(year, year)
                .filter(collision -> collision.days().first().getYear() == year);
    }

    private static boolean hasLeapDay(BrandingEvent event) {
        return event.dates().orElse(null) instanceof YearlyDates dates
                && (dates.start().equals(LEAP_DAY) || dates.end().equals(LEAP_DAY));
    }

    /** Returns collisions that involve an event with moving dates and are not over yet. */
    private static Stream<Collision<BrandingEvent>> moving(List<BrandingEvent> events, LocalDate today) {
        return new EventCalendar<>(events)
                .collisions(today.getYear(), today.getYear() + 1)
                .filter(not(OverlapDetector::isYearly))
                .filter(collision -> !collision.days().last().isBefore(today));
    }

    private static boolean isYearly(Collision<BrandingEvent> collision) {
        return isYearly(collision.shown()) && isYearly(collision.hidden());
    }

    private static boolean isYearly(BrandingEvent event) {
        return event.dates().filter(EventDates::isYearly).isPresent();
    }

    private void add(Collision<BrandingEvent> collision) {
        winnersByPath
                .computeIfAbsent(collision.hidden().path(), path -> new Winners())
                .add(collision.shown().path(), days(collision));
    }

    private static String days(Collision<BrandingEvent> collision) {
        var days = collision.days();
        return isYearly(collision)
                ? days.describe()
                : days.describe() + ", " + days.first().getYear();
    }

    private List<Finding> findings() {
        return winnersByPath.entrySet().stream()
                .map(event -> FindingCode.OVERLAP.finding(
                        event.getKey() + "/" + MetaFile.NAME,
                        "Overlaps another event of equal priority and length, which wins because its path sorts first: "
                                + event.getValue().describe()
                                + ". Give one of them a priority, e.g. `priority: 10`, or change its dates."))
                .toList();
    }

    /** The events that hide one event, with the days. */
    private static final class Winners {
        private final Map<String, Set<String>> daysByPath = new LinkedHashMap<>();
        private boolean hasMore;

        void add(String path, String days) {
            if (daysByPath.size() < MAX_WINNERS || daysByPath.containsKey(path)) {
                daysByPath
                        .computeIfAbsent(path, winner -> new LinkedHashSet<>())
                        .add(days);
            } else {
                hasMore = true;
            }
        }

        String describe() {
            return daysByPath.entrySet().stream()
                            .map(winner -> winner.getKey() + " on " + String.join(" and ", winner.getValue()))
                            .collect(joining("; "))
                    + (hasMore ? "; and others" : "");
        }
    }
}
