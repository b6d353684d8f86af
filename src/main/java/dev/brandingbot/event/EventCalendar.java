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
 * Decides which event is active on a day. Of overlapping events, the one with the highest priority wins, then the one
 * with the fewest days, then the one whose path sorts first. If no dated event is active, the fallback (first by path)
 * is. Moderators' overrides take precedence over both. Immutable.
 *
 * @param <E> the type of items: events, or stored summaries of events
 */
public final class EventCalendar<E extends CalendarItem> {
    /** The range of {@link #nextChange} in days: one leap year and a day. */
    private static final int MAX_DAYS_AHEAD = 367;

    private final List<E> events;
    private final CalendarOverrides overrides;

    /** @param events the events, in any order */
    public EventCalendar(List<E> events) {
        this(events.stream().sorted(comparing(CalendarItem::path)).toList(), CalendarOverrides.EMPTY);
    }

    private EventCalendar(List<E> events, CalendarOverrides overrides) {
        this.events = events;
        this.overrides = overrides;
    }

    /** Returns a calendar of the same events with other overrides. */
    public EventCalendar<E> withOverrides(CalendarOverrides newOverrides) {
        return new EventCalendar<>(events, newOverrides);
    }

    /** Returns all events, by path. */
    public List<E> events() {
        return events;
    }

    /** Returns the overrides. */
    public CalendarOverrides overrides() {
        return overrides;
    }

    /** Returns the event with this path, in any Unicode normalization form. */
    public Optional<E> event(String path) {
        return events.stream()
                .filter(event -> UserText.isSameName(event.path(), path))
                .min(comparing(event -> !event.path().equals(path)));
    }

    /** Returns the active event; empty if no dated event is active and there is no fallback. */
    public Optional<E> activeOn(LocalDate day) {
        return pinnedOrDatedOn(day).or(this::fallback);
    }

    /** Returns the event that is active because of a pin or its dates. */
    public Optional<E> pinnedOrDatedOn(LocalDate day) {
        return pinnedOn(day).or(() -> datedOn(day));
    }

    /** Returns the pinned event; empty if there is no pin or the event does not exist. */
    public Optional<E> pinnedOn(LocalDate day) {
        return overrides.pin().filter(pin -> pin.isActiveAt(day)).flatMap(pin -> event(pin.path()));
    }

    /** Returns the event that is active by its dates, regardless of pins. */
    Optional<E> datedOn(LocalDate day) {
        return events.stream()
                .flatMap(event -> occurrence(event, day).stream())
                .min(Occurrence.<E>precedence())
                .map(Occurrence::event);
    }

    /** Returns the fallback. */
    public Optional<E> fallback() {
        return events.stream().filter(CalendarItem::isFallback).findFirst();
    }

    /** Returns the first day after {@code day} with another active event; empty if there is none within a year. */
    public Optional<LocalDate> nextChange(LocalDate day) {
        var now = activeOn(day).map(CalendarItem::path);
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(MAX_DAYS_AHEAD)
                .filter(next -> !activeOn(next).map(CalendarItem::path).equals(now))
                .findFirst();
    }

    /** Returns the next dated event other than the active one, with the first day on which it is active. */
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
     * Returns the next occurrence of each dated event that is not skipped, by date. Occurrences that include
     * {@code day} come first.
     */
    public List<Occurrence<E>> upcoming(LocalDate day) {
        return events.stream()
                .flatMap(event -> nextEvent(event, day).stream())
                .sorted(Comparator.<Occurrence<E>, LocalDate>comparing(
                                o -> o.days().first())
                        .thenComparing(Occurrence.precedence()))
                .toList();
    }

    /** Whether other events hide an occurrence on all of its days. Ignores pins, which may end earlier. */
    public boolean isHidden(Occurrence<E> occurrence) {
        var days = occurrence.days();
        var shown = Optional.of(occurrence.event().path());
        return Stream.iterate(days.first(), day -> !day.isAfter(days.last()), day -> day.plusDays(1))
                .noneMatch(day -> datedOn(day).map(CalendarItem::path).equals(shown));
    }

    /**
     * Returns all collisions that include a day from {@code firstYear} to {@code lastYear}. Their days are not clipped
     * to this range. The result is lazy, because n events on one day have n² collisions.
     */
    public Stream<Collision<E>> collisions(int firstYear, int lastYear) {
        var years = new DateRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        var sorted = occurrences(firstYear, lastYear);
        return IntStream.range(0, sorted.size())
                .boxed()
                .flatMap(i -> collisions(sorted.get(i), sorted.subList(i + 1, sorted.size())))
                .filter(collision -> collision.days().overlaps(years));
    }

    /** Returns the collisions of one occurrence with later ones, which are sorted by start. */
    private static <E extends CalendarItem> Stream<Collision<E>> collisions(
            Occurrence<E> one, List<Occurrence<E>> later) {
        return later.stream()
                .takeWhile(other -> one.days().overlaps(other.days()))
                .filter(other -> !other.event().path().equals(one.event().path()))
                .flatMap(other -> Collision.between(one, other).stream());
    }

    /** Returns all occurrences that include a day from {@code firstYear} to {@code lastYear}, by precedence. */
    public List<Occurrence<E>> occurrencesByPrecedence(int firstYear, int lastYear) {
        var byDates = occurrences(firstYear, lastYear).stream()
                .filter(occurrence -> occurrence.days().last().getYear() >= firstYear)
                .filter(occurrence -> !overrides.isSkipped(occurrence.event(), occurrence.days()))
                .sorted(Occurrence.precedence());
        return Stream.concat(pinnedOccurrence(LocalDate.of(lastYear, 12, 31)).stream(), byDates)
                .toList();
    }

    /** Returns the pinned days; a pin without a last day ends on {@code end}. */
    private Optional<Occurrence<E>> pinnedOccurrence(LocalDate end) {
        return overrides
                .pin()
                .filter(pin -> !pin.since().isAfter(end))
                .flatMap(pin -> event(pin.path())
                        .map(event -> new Occurrence<>(
                                event, new DateRange(pin.since(), pin.until().orElse(end)))));
    }

    /** Returns occurrences by start, including those that started in the year before. */
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
        var isSkipped = next.filter(days -> overrides.isSkipped(event, days)).isPresent();
        return isSkipped
                ? nextEvent(event, next.orElseThrow().last().plusDays(1))
                : next.map(days -> new Occurrence<>(event, days));
    }

    /**
     * One occurrence of an event.
     *
     * @param <E> the event's type
     * @param event the event
     * @param days its days
     */
    public record Occurrence<E extends CalendarItem>(E event, DateRange days) {
        /** Sorts the winning occurrence first. */
        static <E extends CalendarItem> Comparator<Occurrence<E>> precedence() {
            return Occurrence.<E>declaredPrecedence()
                    .thenComparing(occurrence -> occurrence.event().path());
        }

        /** Sorts by priority and length only. */
        private static <E extends CalendarItem> Comparator<Occurrence<E>> declaredPrecedence() {
            return Comparator.<Occurrence<E>>comparingInt(
                            occurrence -> -occurrence.event().priority())
                    .thenComparingLong(occurrence -> occurrence.days().lengthInDays());
        }
    }

    /**
     * Two events whose days overlap.
     *
     * @param <E> the events' type
     * @param shown the event that wins
     * @param hidden the event that is hidden
     * @param days the common days
     * @param isDeclared whether priority or length decides between them, rather than the path
     */
    public record Collision<E extends CalendarItem>(E shown, E hidden, DateRange days, boolean isDeclared) {
        private static <E extends CalendarItem> Optional<Collision<E>> between(Occurrence<E> one, Occurrence<E> other) {
            var isFirst = Occurrence.<E>precedence().compare(one, other) <= 0;
            var isDeclared = Occurrence.<E>declaredPrecedence().compare(one, other) != 0;
            return one.days()
                    .intersection(other.days())
                    .map(days -> new Collision<>(
                            isFirst ? one.event() : other.event(),
                            isFirst ? other.event() : one.event(),
                            days,
                            isDeclared));
        }
    }
}
