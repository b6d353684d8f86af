package dev.brandingbot.event.date;

import dev.brandingbot.event.date.rule.DateRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Dates of which at least one moves from year to year. Thread-safe. Caches the occurrences of each year, because
 * calendars are queried day by day.
 */
public final class RuleDates implements EventDates {
    private static final String TO = " to ";
    private static final String FOR = " for ";
    private static final Pattern FORM = Pattern.compile("(?i)(.+?) (to|for) (.+)");
    private static final int MAX_CACHED_YEARS = 64;

    /** Years that are probed for a start without an end; they include leap months of every supported calendar. */
    private static final int FIRST_PROBED_YEAR = 2026;

    private static final int LAST_PROBED_YEAR = 2033;

    private final DateRule start;
    private final EventEnd end;
    private final Map<Integer, List<DateRange>> byYear = new ConcurrentHashMap<>();

    /**
     * @param start the first day
     * @param end the end; an occurrence without an end is left out
     */
    RuleDates(DateRule start, EventEnd end) {
        this.start = start;
        this.end = end;
    }

    /** Parses the result of {@link #asText}; empty if the text is invalid. */
    static Optional<EventDates> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var end = matcher.group(2).equals(TO.strip())
                ? DateRule.parse(matcher.group(3)).<EventEnd>map(EventEnd.Until::new)
                : EventEnd.AfterDays.parse(matcher.group(3)).<EventEnd>map(it -> it);
        return DateRule.parse(matcher.group(1)).flatMap(start -> end.map(it -> EventDates.of(start, it)));
    }

    /**
     * A Returns a start whose end is not within {@link #MAX_DAYS} days although its rule is defined for that time;
     * empty if every start has an end. Used to detect start and end rules that do not fit together.
     */
    public Optional<LocalDate> firstStartWithoutEnd() {
        return IntStream.rangeClosed(
                        start.isOneOff() ? DateRule.FIRST_YEAR : FIRST_PROBED_YEAR,
                        start.isOneOff() ? DateRule.LAST_YEAR : LAST_PROBED_YEAR)
                .boxed()
                .flatMap(year -> start.datesIn(year).stream())
                .filter(first -> isEndKnown(first) && end.endFor(first).isEmpty())
                .findFirst();
    }

    private boolean isEndKnown(LocalDate first) {
        return !(end instanceof EventEnd.Until until)
                || (until.day().isDefinedFor(first.getYear()) && until.day().isDefinedFor(first.getYear() + 1));
    }

    @Override
    public List<DateRange> occurrencesStartingIn(int year) {
        var cached = byYear.get(year);
        return cached != null ? cached : cache(year, occurrences(year));
    }

    private List<DateRange> cache(int year, List<DateRange> occurrences) {
        if (byYear.size() >= MAX_CACHED_YEARS) {
            byYear.clear();
        }
        byYear.put(year, occurrences);
        return occurrences;
    }

    private List<DateRange> occurrences(int year) {
        return start.datesIn(year).stream()
                .flatMap(first -> end.endFor(first).map(last -> new DateRange(first, last)).stream())
                .toList();
    }

    @Override
    public List<Integer> yearsMissing(int first, int last) {
        return start.isOneOff()
                ? List.of()
                : IntStream.rangeClosed(first, last)
                        .filter(this::isMissing)
                        .boxed()
                        .toList();
    }

    private boolean isMissing(int year) {
        return occurrencesStartingIn(year).isEmpty()
                && (!start.isDefinedFor(year) || !start.datesIn(year).isEmpty());
    }

    @Override
    public String describe() {
        if (start.isOneOff()) {
            return oneOffDays().map(RuleDates::withYear).orElseGet(this::asText);
        }
        if (end instanceof EventEnd.Until until) {
            return until.day().equals(start)
                    ? start.describe()
                    : start.describe() + " – " + until.day().describe();
        }
        var afterDays = ((EventEnd.AfterDays) end);
        return afterDays.days() == 1 ? start.describe() : start.describe() + ", for " + afterDays.asText();
    }

    private Optional<DateRange> oneOffDays() {
        return IntStream.rangeClosed(DateRule.FIRST_YEAR, DateRule.LAST_YEAR)
                .boxed()
                .flatMap(year -> occurrences(year).stream())
                .findFirst();
    }

    private static String withYear(DateRange days) {
        var lastYear = ", " + days.last().getYear();
        return days.first().getYear() == days.last().getYear()
                ? days.describe() + lastYear
                : new DateRange(days.first(), days.first()).describe() + ", "
                        + days.first().getYear() + " – " + new DateRange(days.last(), days.last()).describe()
                        + lastYear;
    }

    @Override
    public String asText() {
        return end instanceof EventEnd.Until until
                ? start.asText() + TO + until.day().asText()
                : start.asText() + FOR + ((EventEnd.AfterDays) end).asText();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleDates that && start.equals(that.start) && end.equals(that.end);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end);
    }

    @Override
    public String toString() {
        return asText();
    }
}
