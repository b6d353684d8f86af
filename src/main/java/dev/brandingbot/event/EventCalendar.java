package dev.brandingbot.event;

import static java.util.Comparator.comparing;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.support.UserText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which event is on when. Of events on the same day the one with the highest priority wins, then the one with the fewest
 * days, then the first path. A fallback, the one with the first path, is on when nothing else is. Over all that stands what
 * moderators adjusted.
 *
 * @param <E> what is on: whole events, or what is remembered of them
 */
public final class EventCalendar<E extends CalendarItem> {
    /** How many days {@link #nextChange} looks ahead: a year, and a day more when that year has 366. */
    private static final int MAX_DAYS_AHEAD = 367;

    private final List<E> events;
    private final CalendarOverrides overrides;

    /** @param events in any order */
    public EventCalendar(List<E> events) {
        this(events.stream().sorted(comparing(CalendarItem::path)).toList(), CalendarOverrides.EMPTY);
    }

    private EventCalendar(List<E> events, CalendarOverrides adjustments) {
        this.events = events;
        this.overrides = adjustments;
    }

    /** The calendar of the same events as moderators adjusted it. */
    public EventCalendar<E> withOverrides(CalendarOverrides newAdjustments) {
        return new EventCalendar<>(events, newAdjustments);
    }

    /** All events, by path. */
    public List<E> events() {
        return events;
    }

    /** What moderators adjusted about it. */
    public CalendarOverrides overrides() {
        return overrides;
    }

    /** The event with this path, which may have been stored with accents in another form. */
    public Optional<E> event(String path) {
        return events.stream()
                .filter(event -> UserText.isSameName(event.path(), path))
                .min(comparing(event -> !event.path().equals(path)));
    }

    /** The event that is on at {@code day}; nothing when no dated one is and there is no fallback. */
    public Optional<E> activeOn(LocalDate day) {
        return pinnedOrDatedOn(day).or(this::fallback);
    }

    /** The event that is on at {@code day} because it is pinned, or by its dates. */
    public Optional<E> pinnedOrDatedOn(LocalDate day) {
        return pinnedOn(day).or(() -> datedOn(day));
    }

    /** The event that is pinned at {@code day}; nothing when it is not there. */
    public Optional<E> pinnedOn(LocalDate day) {
        return overrides.pin().filter(pin -> pin.isActiveAt(day)).flatMap(pin -> event(pin.path()));
    }

    /** The event that is on at {@code day} by its dates, where none is pinned. */
    Optional<E> datedOn(LocalDate day) {
        return events.stream()
                .flatMap(event -> occurrence(event, day).stream())
                .min(Occurrence.<E>precedence())
                .map(Occurrence::event);
    }

    /** The event that is on when nothing else is. */
    public Optional<E> fallback() {
        return events.stream().filter(CalendarItem::isFallback).findFirst();
    }

    /** The first day after {@code day} on which something else is on; nothing when it is the same all year. */
    public Optional<LocalDate> nextChange(LocalDate day) {
        var now = activeOn(day).map(CalendarItem::path);
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(MAX_DAYS_AHEAD)
                .filter(next -> !activeOn(next).map(CalendarItem::path).equals(now))
                .findFirst();
    }

    /** The next dated event that will be on after {@code day} and is not on then, with the first of its days on which it is. */
    public Optional<UpcomingEvent> nextEvent(LocalDate day) {
        var now = activeOn(day).map(CalendarItem::path);
        return Stream.iterate(nextChange(day), Optional::isPresent, last -> last.flatMap(this::nextChange))
                .flatMap(Optional::stream)
                .takeWhile(next -> !next.isAfter(day.plusDays(MAX_DAYS_AHEAD)))
                .flatMap(next -> datedOn(next).map(event -> new UpcomingEvent(event, next)).stream())
                .filter(next -> !now.equals(Optional.of(next.event().path())))
                .findFirst();
    }

    /**
     * The dated events in the order in which they come: those on at {@code day} first, each with its next days that are not left
     * out.
     */
    public List<Occurrence<E>> upcoming(LocalDate day) {
        return events.stream()
                .flatMap(event -> nextEvent(event, day).stream())
                .sorted(Comparator.<Occurrence<E>, LocalDate>comparing(
                                o -> o.days().first())
                        .thenComparing(Occurrence.precedence()))
                .toList();
    }

    /** Whether others are active on every day of an occurrence, by their dates: a pin may end before. */
    public boolean isHidden(Occurrence<E> occurrence) {
        var days = occurrence.days();
        var shown = Optional.of(occurrence.event().path());
        return Stream.iterate(days.first(), day -> !day.isAfter(days.last()), day -> day.plusDays(1))
                .noneMatch(day -> datedOn(day).map(CalendarItem::path).equals(shown));
    }

    /**
     * Every run of days that two events want and that has a day from {@code firstYear} to {@code lastYear}; it is not cut there. A
     * stream, because of a thousand events on the same day every two collide.
     */
    public Stream<Collision<E>> collisions(int firstYear, int lastYear) {
        var years = new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        var inOrder = occurrences(firstYear, lastYear);
        return IntStream.range(0, inOrder.size())
                .boxed()
                .flatMap(i -> collisions(inOrder.get(i), inOrder.subList(i + 1, inOrder.size())))
                .filter(collision -> collision.days().overlaps(years));
    }

    /** Those of one occurrence with others that begin no earlier, in the order in which they begin. */
    private static <E extends CalendarItem> Stream<Collision<E>> collisions(
            Occurrence<E> one, List<Occurrence<E>> later) {
        return later.stream()
                .takeWhile(other -> one.days().overlaps(other.days()))
                .filter(other -> !other.event().path().equals(one.event().path()))
                .flatMap(other -> Collision.of(one, other).stream());
    }

    /** Every occurrence with a day from {@code firstYear} to {@code lastYear}: what is on before what gives way to it. */
    public List<Occurrence<E>> occurrencesByPrecedence(int firstYear, int lastYear) {
        var byDates = occurrences(firstYear, lastYear).stream()
                .filter(occurrence -> occurrence.days().last().getYear() >= firstYear)
                .filter(occurrence -> !overrides.isSkipped(occurrence.event(), occurrence.days()))
                .sorted(Occurrence.precedence());
        return Stream.concat(pinned(LocalDate.of(lastYear, 12, 31)).stream(), byDates)
                .toList();
    }

    /** The days for which an event is pinned; up to {@code end} where nobody said for how long. */
    private Optional<Occurrence<E>> pinned(LocalDate end) {
        return overrides
                .pin()
                .filter(pin -> !pin.since().isAfter(end))
                .flatMap(pin -> event(pin.path())
                        .map(event -> new Occurrence<>(
                                event, new DateRange(pin.since(), pin.until().orElse(end)))));
    }

    /** Those that touch the years, with what goes on over the first New Year. */
    private List<Occurrence<E>> occurrences(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear - 1, lastYear)
                .boxed()
                .flatMap(year -> events.stream()
                        .flatMap(event -> event.dates().stream()
                                .flatMap(dates -> dates.occurrencesStartingIn(year).stream())
                                .map(days -> new Occurrence<>(event, days))))
                .sorted(comparing(occurrence -> occurrence.days().first()))
                .toList();
    }

    private Optional<Occurrence<E>> occurrence(E event, LocalDate day) {
        return event.dates()
                .flatMap(dates -> dates.occurrenceOn(day))
                .filter(days -> !overrides.isSkipped(event, days))
                .map(days -> new Occurrence<>(event, days));
    }

    private Optional<Occurrence<E>> nextEvent(E event, LocalDate day) {
        var next = event.dates().flatMap(dates -> dates.nextOccurrence(day));
        var isLeftOut = next.filter(days -> overrides.isSkipped(event, days)).isPresent();
        return isLeftOut
                ? nextEvent(event, next.orElseThrow().last().plusDays(1))
                : next.map(days -> new Occurrence<>(event, days));
    }

    /**
     * An event and one run of its days.
     *
     * @param <E> the event's type
     * @param event the event
     * @param days its days
     */
    public record Occurrence<E extends CalendarItem>(E event, DateRange days) {
        /** Sorts the one that is on before those that give way to it. */
        static <E extends CalendarItem> Comparator<Occurrence<E>> precedence() {
            return Occurrence.<E>declaredPrecedence()
                    .thenComparing(occurrence -> occurrence.event().path());
        }

        /** As {@link #precedence()}, but for the last resort. */
        private static <E extends CalendarItem> Comparator<Occurrence<E>> declaredPrecedence() {
            return Comparator.<Occurrence<E>>comparingInt(
                            occurrence -> -occurrence.event().priority())
                    .thenComparingLong(occurrence -> occurrence.days().lengthInDays());
        }
    }

    /**
     * Two events that want the same days.
     *
     * @param <E> the events' type
     * @param shown the one that is on
     * @param hidden the one that gives way
     * @param days the days that both want
     * @param isDeclared whether priority or length decides between them, and not merely the path
     */
    public record Collision<E extends CalendarItem>(E shown, E hidden, DateRange days, boolean isDeclared) {
        private static <E extends CalendarItem> Optional<Collision<E>> of(Occurrence<E> one, Occurrence<E> other) {
            var isFirst = Occurrence.<E>precedence().compare(one, other) <= 0;
            var isMeant = Occurrence.<E>declaredPrecedence().compare(one, other) != 0;
            return one.days()
                    .intersection(other.days())
                    .map(days -> new Collision<>(
                            isFirst ? one.event() : other.event(),
                            isFirst ? other.event() : one.event(),
                            days,
                            isMeant));
        }
    }
}
