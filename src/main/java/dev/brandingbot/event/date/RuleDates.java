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
 * Dates of which one at least moves from year to year. What was worked out for a year is kept, because a calendar is asked
 * day by day.
 */
public final class RuleDates implements EventDates {
    private static final String TO = " to ";
    private static final String FOR = " for ";
    private static final Pattern FORM = Pattern.compile("(?i)(.+?) (to|for) (.+)");
    private static final int MAX_CACHED_YEARS = 64;

    /** In these years, of which some have a leap month in each calendar that knows any, an end that is too far shows. */
    private static final int FIRST_TRIED = 2026;

    private static final int LAST_TRIED = 2033;

    private final DateRule start;
    private final EventEnd end;
    private final Map<Integer, List<DateRange>> byYear = new ConcurrentHashMap<>();

    /**
     * @param start the first day
     * @param end when it is over; an occurrence for which it gives no day is left out
     */
    RuleDates(DateRule start, EventEnd end) {
        this.start = start;
        this.end = end;
    }

    /** Reads what {@link #asText} wrote; nothing when it is something else. */
    static Optional<EventDates> parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var end = form.group(2).equals(TO.strip())
                ? DateRule.parse(form.group(3)).<EventEnd>map(EventEnd.Until::new)
                : EventEnd.AfterDays.parse(form.group(3)).<EventEnd>map(it -> it);
        return DateRule.parse(form.group(1)).flatMap(start -> end.map(it -> EventDates.of(start, it)));
    }

    /**
     * A first day from which the end is further than {@link #LONGEST} days away, or never comes, although its rule is known
     * then; nothing when all is well. This is how it shows that start and end don't go together.
     */
    public Optional<LocalDate> firstStartWithoutEnd() {
        return IntStream.rangeClosed(
                        start.isOneOff() ? DateRule.FIRST_YEAR : FIRST_TRIED,
                        start.isOneOff() ? DateRule.LAST_YEAR : LAST_TRIED)
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
        var known = byYear.get(year);
        return known != null ? known : cached(year, occurrences(year));
    }

    private List<DateRange> cached(int year, List<DateRange> occurrences) {
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
            return once().map(RuleDates::withYear).orElseGet(this::asText);
        }
        if (end instanceof EventEnd.Until until) {
            return until.day().equals(start)
                    ? start.describe()
                    : start.describe() + " – " + until.day().describe();
        }
        var lasting = ((EventEnd.AfterDays) end);
        return lasting.days() == 1 ? start.describe() : start.describe() + ", for " + lasting.asText();
    }

    private Optional<DateRange> once() {
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
