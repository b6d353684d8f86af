package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A A day that is a number of days before or after another rule's day.
 *
 * @param day the other rule
 * @param days the days after it, negative for days before it; at most {@link #MAX_OFFSET}
 */
record OffsetDay(DateRule day, int days) implements DateRule {
    static final int MAX_OFFSET = 365;

    private static final int WEEK = 7;

    /** The unit is optional only for suggestions. */
    private static final Pattern FORM = Pattern.compile("(?i)(.+?) ?([+\\-]) ?(\\d{1,3})( ?days?| ?weeks?)?");

    /** Parses {@code Easter - 2 days}. */
    static Optional<DateRule> parse(String text) {
        return hasUnit(text) ? parse(text, DateRule::withoutOffset) : Optional.empty();
    }

    /** Parses an offset, and the other day with {@code reader}; the default unit is days. */
    static Optional<DateRule> parse(String text, Function<String, Optional<DateRule>> reader) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var days = days(matcher.group(2), Integer.parseInt(matcher.group(3)), Optional.ofNullable(matcher.group(4)));
        return reader.apply(matcher.group(1))
                .filter(day -> Math.abs(days) <= MAX_OFFSET)
                .map(day -> days == 0 ? day : new OffsetDay(day, days));
    }

    private static boolean hasUnit(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() && matcher.group(4) != null;
    }

    private static int days(String sign, int count, Optional<String> unit) {
        var isWeeks =
                unit.filter(it -> it.toLowerCase(Locale.ROOT).contains("week")).isPresent();
        var days = isWeeks ? count * WEEK : count;
        return sign.equals("+") ? days : -days;
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return IntStream.rangeClosed(days > 0 ? year - 1 : year, days > 0 ? year : year + 1)
                .boxed()
                .flatMap(it -> day.datesIn(it).stream())
                .map(it -> it.plusDays(days))
                .filter(it -> it.getYear() == year)
                .sorted()
                .toList();
    }

    @Override
    public boolean isDefinedFor(int year) {
        return day.isDefinedFor(year);
    }

    @Override
    public boolean isOneOff() {
        return day.isOneOff();
    }

    @Override
    public String asText() {
        return day.asText() + (days < 0 ? " - " : " + ") + amount();
    }

    @Override
    public String describe() {
        return amount() + (days < 0 ? " before " : " after ") + day.describe();
    }

    private String amount() {
        return Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
    }
}
