package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A day that lies some days before or after another.
 *
 * @param day the other
 * @param days how many days after it, negative before it; at most a year
 */
record OffsetDay(DateRule day, int days) implements DateRule {
    static final int MAX_OFFSET = 365;

    private static final int WEEK = 7;

    /** The unit may be left out only to guess what was meant. */
    private static final Pattern FORM = Pattern.compile("(?i)(.+?) ?([+\\-]) ?(\\d{1,3})( ?days?| ?weeks?)?");

    /** Reads {@code Easter - 2 days}. */
    static Optional<DateRule> parse(String text) {
        return hasUnit(text) ? parse(text, DateRule::withoutOffset) : Optional.empty();
    }

    /** Reads it with the other day taken for what {@code reading} takes it for, and days where no unit is given. */
    static Optional<DateRule> parse(String text, Function<String, Optional<DateRule>> reading) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var days = days(form.group(2), Integer.parseInt(form.group(3)), Optional.ofNullable(form.group(4)));
        return reading.apply(form.group(1))
                .filter(day -> Math.abs(days) <= MAX_OFFSET)
                .map(day -> days == 0 ? day : new OffsetDay(day, days));
    }

    private static boolean hasUnit(String text) {
        var form = FORM.matcher(text);
        return form.matches() && form.group(4) != null;
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
