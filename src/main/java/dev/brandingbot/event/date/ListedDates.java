package dev.brandingbot.event.date;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.date.rule.DateRule;
import dev.brandingbot.support.UserText;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Dates that are listed by year, with optional other dates for all other years.
 *
 * @param byYear the occurrence that starts in each listed year
 * @param otherYears the dates of all other years, if any
 */
public record ListedDates(SortedMap<Integer, DateRange> byYear, Optional<EventDates> otherYears) implements EventDates {
    private static final String SEPARATOR = "; ";
    private static final String OTHERWISE = "; otherwise ";
    private static final Pattern LINE = Pattern.compile("(\\d{4}): (.+)");
    private static final Pattern RANGE_SEPARATOR = Pattern.compile("(?i) ?- ?| to ");
    private static final Pattern DAY_ONLY = Pattern.compile("\\d{1,2}");

    public ListedDates {
        if (byYear.isEmpty()) {
            throw new IllegalArgumentException("No year is listed");
        }
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /**
     * Parses the days of one year: {@code October 29}, {@code October 29 - October 31} or {@code October 29 - 31}. An
     * end before the start is in the next year.
     *
     * @return the days; empty if the text is invalid or the year has no such day
     */
    public static Optional<DateRange> parseDays(int year, String text) {
        var ends = RANGE_SEPARATOR.split(UserText.normalize(text), -1);
        if (ends.length > 2 || year < DateRule.FIRST_YEAR || year > DateRule.LAST_YEAR) {
            return Optional.empty();
        }
        var first = YearlyDates.parseDay(ends[0]);
        var last = ends.length == 1 ? first : first.flatMap(start -> lastDay(start, ends[1]));
        return first.flatMap(start -> last.flatMap(end -> days(year, start, end)));
    }

    private static Optional<MonthDay> lastDay(MonthDay first, String text) {
        var isDayOnly = DAY_ONLY.matcher(text).matches();
        return YearlyDates.parseDay(isDayOnly ? YearlyDates.format(first).replaceAll("\\d+", text) : text);
    }

    private static Optional<DateRange> days(int year, MonthDay first, MonthDay last) {
        var lastYear = last.isBefore(first) ? year + 1 : year;
        return first.isValidYear(year) && last.isValidYear(lastYear)
                ? Optional.of(new DateRange(first.atYear(year), last.atYear(lastYear)))
                : Optional.empty();
    }

    /** Parses the result of {@link #asText}; empty if the text is invalid. */
    static Optional<EventDates> parse(String text) {
        var at = text.indexOf(OTHERWISE);
        var byYear = parseLines(at < 0 ? text : text.substring(0, at));
        var otherwise =
                at < 0 ? Optional.<EventDates>empty() : EventDates.parse(text.substring(at + OTHERWISE.length()));
        return byYear.isEmpty() || (at >= 0 && otherwise.isEmpty())
                ? Optional.empty()
                : Optional.of(new ListedDates(byYear, otherwise));
    }

    /** Returns an empty map if any line is invalid. */
    private static SortedMap<Integer, DateRange> parseLines(String text) {
        var byYear = new TreeMap<Integer, DateRange>();
        for (var part : text.split(SEPARATOR, -1)) {
            var line = LINE.matcher(part);
            var days = line.matches()
                    ? parseDays(Integer.parseInt(line.group(1)), line.group(2))
                    : Optional.<DateRange>empty();
            if (days.isEmpty()) {
                return new TreeMap<>();
            }
            byYear.put(Integer.valueOf(line.group(1)), days.get());
        }
        return byYear;
    }

    @Override
    public List<DateRange> occurrencesStartingIn(int year) {
        var listed = byYear.get(year);
        return listed == null
                ? otherYears.map(dates -> dates.occurrencesStartingIn(year)).orElse(List.of())
                : List.of(listed);
    }

    @Override
    public List<Integer> yearsMissing(int first, int last) {
        var unlisted = otherYears
                .map(dates -> dates.yearsMissing(first, last))
                .orElseGet(() -> IntStream.rangeClosed(Math.max(first, byYear.firstKey()), last)
                        .boxed()
                        .toList());
        return unlisted.stream().filter(year -> !byYear.containsKey(year)).toList();
    }

    @Override
    public String describe() {
        return otherYears.map(EventDates::describe).orElse("days set for each year");
    }

    @Override
    public String asText() {
        return byYear.entrySet().stream()
                        .map(line -> line.getKey() + ": " + rangeAsText(line.getValue()))
                        .collect(joining(SEPARATOR))
                + otherYears.map(dates -> OTHERWISE + dates.asText()).orElse("");
    }

    private static String rangeAsText(DateRange days) {
        return YearlyDates.format(MonthDay.from(days.first())) + " to "
                + YearlyDates.format(MonthDay.from(days.last()));
    }
}
