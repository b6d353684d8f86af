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
 * A day of the Gregorian calendar that is clear although it is not written like {@code July 10}: {@code 10th of Jul.}, {@code
 * 2027-07-10}. It may not exist. A text with anything else in it is none, because every other word may change the day that is meant.
 *
 * @param month the month
 * @param day the day, which may be one that the month does not have
 * @param year the year, where one is given
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

    /** Reads a text; empty if more than one day could be meant. */
    public static Optional<WrittenDate> parse(String text) {
        var plain = UserText.normalize(text).toLowerCase(Locale.ENGLISH);
        return plain.length() > MAX_LENGTH
                ? Optional.empty()
                : yearFirst(plain)
                        .or(() -> yearLast(plain))
                        .or(() -> Words.of(plain).flatMap(Words::date));
    }

    private static Optional<WrittenDate> yearFirst(String text) {
        var form = YEAR_FIRST.matcher(text);
        return form.matches() && year(form.group(1)).isPresent()
                ? numeric(number(form.group(2)), number(form.group(3)), year(form.group(1)))
                : Optional.empty();
    }

    /** Which of two numbers is the month is clear only where one is too large for it, or where they are equal. */
    private static Optional<WrittenDate> yearLast(String text) {
        var form = YEAR_LAST.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var first = number(form.group(1));
        var second = number(form.group(2));
        var year = Optional.ofNullable(form.group(3)).flatMap(WrittenDate::year);
        if (form.group(3) != null && year.isEmpty()) {
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

    /** The day in every year; empty if the month has no such day. */
    public Optional<MonthDay> monthDay() {
        return day >= 1 && day <= month.maxLength() ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
    }

    /** The day as a rule, once where a year is given; empty if there is no such day. */
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

    /** What the words of a text are. */
    private record Words(
            List<Month> months, List<Integer> days, List<Optional<Integer>> years, List<DayOfWeek> weekdays) {
        static Optional<Words> of(String text) {
            var words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var isClear = SEPARATORS
                    .splitAsStream(text)
                    .filter(not(String::isEmpty))
                    .filter(not(FILLERS::contains))
                    .allMatch(words::add);
            return isClear ? Optional.of(words) : Optional.empty();
        }

        private boolean add(String word) {
            var day = DAY.matcher(word);
            if (YEAR.matcher(word).matches()) {
                return years.add(year(word));
            } else if (day.matches()) {
                return days.add(number(day.group(1)));
            }
            var month = Typo.meant(word, NthWeekday.MONTHS);
            month.ifPresent(months::add);
            var weekday = Typo.meant(word, NthWeekday.WEEKDAYS);
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
            return Optional.of(date).filter(it -> weekdays.isEmpty() || it.isOn(weekdays));
        }
    }

    /** A weekday says something of one day only, and then has to be right. */
    private boolean isOn(List<DayOfWeek> weekdays) {
        return year.flatMap(it -> rule().map(rule -> rule.datesIn(it).get(0).getDayOfWeek()))
                .filter(weekday -> weekdays.equals(List.of(weekday)))
                .isPresent();
    }
}
