package dev.brandingbot.event.date.rule;

import static java.util.function.Predicate.not;

import dev.brandingbot.support.UserText;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A An unambiguous Gregorian date in a format other than {@code July 10}, e.g. {@code 10th of Jul.} or
 * {@code 2027-07-10}. The date may not exist. Text with any other word is rejected, because the word could change the
 * meaning.
 *
 * @param month the month
 * @param day the day of the month, which may not exist
 * @param year the year, if given
 */
public record WrittenDate(Month month, int day, Optional<Integer> year) {
    private static final Pattern SEPARATORS = Pattern.compile("[ ,./-]+");
    private static final Pattern DAY = Pattern.compile("0?([1-9]|[1-3]\\d)(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}))?");
    private static final Set<String> FILLERS = Set.of("the", "of", "on");
    private static final int MONTHS = 12;
    private static final int MAX_LENGTH = 60;

    /** Parses a text; empty if it is ambiguous or not a date. */
    public static Optional<WrittenDate> parse(String text) {
        var plain = UserText.normalize(text).toLowerCase(Locale.ENGLISH);
        return plain.length() > MAX_LENGTH
                ? Optional.empty()
                : yearFirst(plain)
                        .or(() -> yearLast(plain))
                        .or(() -> DateParts.parse(plain).flatMap(DateParts::date));
    }

    private static Optional<WrittenDate> yearFirst(String text) {
        var matcher = YEAR_FIRST.matcher(text);
        return matcher.matches() && year(matcher.group(1)).isPresent()
                ? numeric(number(matcher.group(2)), number(matcher.group(3)), year(matcher.group(1)))
                : Optional.empty();
    }

    /** The order of month and day is clear only if one number is too large for a month, or both are equal. */
    private static Optional<WrittenDate> yearLast(String text) {
        var matcher = YEAR_LAST.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var first = number(matcher.group(1));
        var second = number(matcher.group(2));
        var year = Optional.ofNullable(matcher.group(3)).flatMap(WrittenDate::year);
        if (matcher.group(3) != null && year.isEmpty()) {
            return Optional.empty();
        } else if (first > MONTHS) {
            return numeric(second, first, year);
        }
        return second > MONTHS || first == second ? numeric(first, second, year) : Optional.empty();
    }

    private static Optional<WrittenDate> numeric(int month, int day, Optional<Integer> year) {
        return month >= 1 && month <= MONTHS && day >= 1
                ? Optional.of(new WrittenDate(Month.of(month), day, year))
                : Optional.empty();
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Optional<Integer> year(String text) {
        return Optional.of(number(text)).filter(it -> it >= DateRule.FIRST_YEAR && it <= DateRule.LAST_YEAR);
    }

    /** Returns the month and day; empty if the month has no such day. */
    public Optional<MonthDay> monthDay() {
        return day >= 1 && day <= month.maxLength() ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
    }

    /** Returns the date as a rule, one-off if it has a year; empty if it does not exist. */
    Optional<DateRule> rule() {
        try {
            return Optional.of(
                    year.isPresent()
                            ? new OneOffDay(LocalDate.of(year.get(), month, day))
                            : new YearlyDay(MonthDay.of(month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The parts of a date in a text. */
    private record DateParts(
            List<Month> months, List<Integer> days, List<Optional<Integer>> years, List<DayOfWeek> weekdays) {
        static Optional<DateParts> parse(String text) {
            var parts = new DateParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var isClear = SEPARATORS
                    .splitAsStream(text)
                    .filter(not(String::isEmpty))
                    .filter(not(FILLERS::contains))
                    .allMatch(parts::add);
            return isClear ? Optional.of(parts) : Optional.empty();
        }

        private boolean add(String word) {
            var day = DAY.matcher(word);
            if (YEAR.matcher(word).matches()) {
                return years.add(year(word));
            } else if (day.matches()) {
                return days.add(number(day.group(1)));
            }
            var month = Typo.resolve(word, NthWeekday.MONTHS);
            month.ifPresent(months::add);
            var weekday = Typo.resolve(word, NthWeekday.WEEKDAYS);
            weekday.ifPresent(weekdays::add);
            return month.isPresent() != weekday.isPresent();
        }

        Optional<WrittenDate> date() {
            if (months.size() != 1
                    || days.size() != 1
                    || years.size() > 1
                    || years.contains(Optional.<Integer>empty())) {
                return Optional.empty();
            }
            var date = new WrittenDate(
                    months.get(0), days.get(0), years.stream().findFirst().flatMap(it -> it));
            return Optional.of(date).filter(it -> weekdays.isEmpty() || it.matchesWeekday(weekdays));
        }
    }

    /** A A weekday is accepted only with a year, and only if it is right. */
    private boolean matchesWeekday(List<DayOfWeek> weekdays) {
        return year.flatMap(it -> rule().map(rule -> rule.datesIn(it).get(0).getDayOfWeek()))
                .filter(weekday -> weekdays.equals(List.of(weekday)))
                .isPresent();
    }
}
