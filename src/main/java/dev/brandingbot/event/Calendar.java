package dev.brandingbot.event;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which event is on when. Of events on the same day the one with the fewest days wins, then the first path. A fallback,
 * the one with the first path, is on when nothing else is.
 *
 * @param <E> what is on: whole events, or what is remembered of them
 */
public final class Calendar<E extends Dated> {
    /** How many days {@link #nextSwitch} looks ahead: a year, and a day more when that year has 366. */
    private static final int DAYS_AHEAD = 367;

    private final List<E> events;

    /** @param events in any order */
    public Calendar(List<E> events) {
        this.events = events.stream().sorted(comparing(Dated::path)).toList();
    }

    /** All events, by path. */
    public List<E> events() {
        return events;
    }

    /** The event with this path. */
    public Optional<E> event(String path) {
        return events.stream().filter(event -> event.path().equals(path)).findFirst();
    }

    /** The event that is on at {@code day}; nothing when no dated one is and there is no fallback. */
    public Optional<E> onDay(LocalDate day) {
        return datedOn(day).or(this::fallback);
    }

    /** The dated event that is on at {@code day}. */
    public Optional<E> datedOn(LocalDate day) {
        return events.stream()
                .flatMap(event -> occurrence(event, day).stream())
                .min(Occurrence.<E>precedence())
                .map(Occurrence::event);
    }

    /** The event that is on when nothing else is. */
    public Optional<E> fallback() {
        return events.stream().filter(Dated::isFallback).findFirst();
    }

    /** The first day after {@code day} on which something else is on; nothing when it is the same all year. */
    public Optional<LocalDate> nextSwitch(LocalDate day) {
        var now = onDay(day).map(Dated::path);
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(DAYS_AHEAD)
                .filter(next -> !onDay(next).map(Dated::path).equals(now))
                .findFirst();
    }

    /** The dated events in the order in which they come: those on at {@code day} first, each with its next days. */
    public List<Occurrence<E>> upcoming(LocalDate day) {
        return events.stream()
                .flatMap(
                        event -> event
                                .dates()
                                .flatMap(dates -> dates.nextFrom(day))
                                .map(days -> new Occurrence<>(event, days))
                                .stream())
                .sorted(Comparator.<Occurrence<E>, LocalDate>comparing(
                                o -> o.days().first())
                        .thenComparing(Occurrence.precedence()))
                .toList();
    }

    /** The days between January 1 of {@code firstYear} and December 31 of {@code lastYear} that more than one event wants. */
    public List<Collision<E>> collisions(int firstYear, int lastYear) {
        var collisions = new ArrayList<Collision<E>>();
        var running = new ArrayList<Occurrence<E>>();
        for (var next : occurrences(firstYear, lastYear)) {
            running.removeIf(
                    earlier -> earlier.days().last().isBefore(next.days().first()));
            running.forEach(earlier -> collisions.add(Collision.of(earlier, next)));
            running.add(next);
        }
        return collisions;
    }

    private List<Occurrence<E>> occurrences(int firstYear, int lastYear) {
        return Stream.iterate(firstYear, year -> year <= lastYear, year -> year + 1)
                .flatMap(year -> events.stream()
                        .map(event -> event.dates()
                                .flatMap(dates -> dates.startingIn(year))
                                .map(days -> new Occurrence<>(event, days))
                                .orElse(null))
                        .filter(Objects::nonNull))
                .sorted(comparing(occurrence -> occurrence.days().first()))
                .toList();
    }

    private Optional<Occurrence<E>> occurrence(E event, LocalDate day) {
        return event.dates().flatMap(dates -> dates.covering(day)).map(days -> new Occurrence<>(event, days));
    }

    /**
     * An event and one run of its days.
     *
     * @param <E> the event's type
     * @param event the event
     * @param days its days
     */
    public record Occurrence<E extends Dated>(E event, DateRange days) {
        /** Sorts the one that is on before those that give way to it. */
        static <E extends Dated> Comparator<Occurrence<E>> precedence() {
            return Comparator.<Occurrence<E>>comparingLong(
                            occurrence -> occurrence.days().days())
                    .thenComparing(occurrence -> occurrence.event().path());
        }
    }

    /**
     * Two events that want the same days.
     *
     * @param <E> the events' type
     * @param shown the one that is on
     * @param hidden the one that gives way
     * @param days the days that both want
     */
    public record Collision<E extends Dated>(E shown, E hidden, DateRange days) {
        private static <E extends Dated> Collision<E> of(Occurrence<E> one, Occurrence<E> other) {
            var isFirst = Occurrence.<E>precedence().compare(one, other) <= 0;
            var first = one.days().first().isAfter(other.days().first())
                    ? one.days().first()
                    : other.days().first();
            var last = one.days().last().isBefore(other.days().last())
                    ? one.days().last()
                    : other.days().last();
            return new Collision<>(
                    isFirst ? one.event() : other.event(),
                    isFirst ? other.event() : one.event(),
                    new DateRange(first, last));
        }
    }
}
