package dev.brandingbot.repository;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.Calendar.Collision;
import dev.brandingbot.event.Event;
import dev.brandingbot.event.EventDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks how the events of a repository share the year. */
final class CalendarCheck {
    /**
     * Any leap year will do for dates that are the same every year: whether something is wrong with them must not depend on when
     * it is looked at. Between the leap year and the ones about it only days at the end of February differ.
     */
    private static final int LEAP_YEAR = 2028;

    private static final int NAMED = 3;

    private CalendarCheck() {}

    /**
     * What is wrong with these events together: with the days of those that move in this year and the next.
     *
     * @param today the day in UTC
     */
    static List<Finding> of(List<Event> events, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var fallbacks = events.stream()
                .filter(Event::isFallback)
                .map(Event::path)
                .sorted()
                .toList();
        if (fallbacks.isEmpty()) {
            findings.add(FindingCode.NO_FALLBACK.at(
                    Tree.ROOT,
                    "No event is the fallback, so what was on last stays on between events: write fallback: true into the"
                            + " meta.md of one."));
        }
        fallbacks.stream().skip(1).map(path -> several(path, fallbacks.get(0))).forEach(findings::add);
        findings.addAll(overlaps(events, today));
        findings.addAll(DatesAhead.findings(events, today));
        return findings;
    }

    private static Finding several(String path, String winner) {
        return FindingCode.SEVERAL_FALLBACKS.at(
                path + "/" + MetaFile.NAME,
                "This event is a fallback and never shown, because " + winner
                        + ", whose path is the first, is one too: leave fallback: true in one of them.");
    }

    private static List<Finding> overlaps(List<Event> events, LocalDate today) {
        var hidden = new LinkedHashMap<String, Map<String, Set<String>>>();
        Stream.concat(yearlyCollisions(events).stream(), movingCollisions(events, today))
                .filter(not(Collision::isMeant))
                .forEach(collision -> hidden.computeIfAbsent(collision.hidden().path(), path -> new LinkedHashMap<>())
                        .computeIfAbsent(collision.shown().path(), path -> new LinkedHashSet<>())
                        .add(words(collision)));
        return hidden.entrySet().stream()
                .map(event -> overlap(event.getKey(), event.getValue()))
                .toList();
    }

    /** Of events at least one of which moves: those that are not over yet. */
    private static Stream<Collision<Event>> movingCollisions(List<Event> events, LocalDate today) {
        return new Calendar<>(events)
                .collisions(today.getYear(), today.getYear() + 1).stream()
                        .filter(not(CalendarCheck::isYearly))
                        .filter(collision -> !collision.days().last().isBefore(today));
    }

    private static boolean isYearly(Collision<Event> collision) {
        return isYearly(collision.shown()) && isYearly(collision.hidden());
    }

    private static boolean isYearly(Event event) {
        return event.dates().filter(EventDates::isYearly).isPresent();
    }

    /** Of events with the same days every year: those of a leap year, and of the year before what is not among them. */
    private static List<Collision<Event>> yearlyCollisions(List<Event> events) {
        var yearly = events.stream().filter(CalendarCheck::isYearly).toList();
        var collisions = new Calendar<>(yearly).collisions(LEAP_YEAR - 2, LEAP_YEAR);
        var leap = in(LEAP_YEAR, collisions);
        var known = new LinkedHashSet<List<String>>();
        leap.forEach(collision -> known.add(pair(collision)));
        var common = in(LEAP_YEAR - 1, collisions).stream().filter(collision -> !known.contains(pair(collision)));
        return Stream.concat(leap.stream(), common).toList();
    }

    private static List<Collision<Event>> in(int year, List<Collision<Event>> collisions) {
        return collisions.stream()
                .filter(collision -> collision.days().first().getYear() == year)
                .toList();
    }

    private static List<String> pair(Collision<Event> collision) {
        return List.of(collision.shown().path(), collision.hidden().path());
    }

    private static String words(Collision<Event> collision) {
        var days = collision.days();
        return isYearly(collision)
                ? days.inWords()
                : days.inWords() + ", " + days.first().getYear();
    }

    private static Finding overlap(String path, Map<String, Set<String>> winners) {
        var named = winners.entrySet().stream()
                .limit(NAMED)
                .map(winner -> winner.getKey() + " is shown on " + String.join(" and ", winner.getValue()))
                .collect(joining("; "));
        var further = winners.size() > NAMED ? "; and " + (winners.size() - NAMED) + " others on further days" : "";
        return FindingCode.OVERLAP.at(
                path + "/" + MetaFile.NAME,
                "On some of this event's days another one is shown instead, only because its path is the first: "
                        + named + further + ". Give one of them a priority, like priority: 10 , or change its dates.");
    }
}
