package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A A day of the Islamic, Hebrew or Persian calendar; the last day of the month in years in which the month is shorter.
 *
 * @param day the day of the month
 * @param month the month
 */
record NonGregorianDay(int day, NonGregorianMonth month) implements DateRule {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}) (\\D.*)");

    /** Parses {@code 1 Shawwal}. */
    static Optional<NonGregorianDay> parse(String text) {
        return parse(text, name -> Aliases.exact(name, NonGregorianMonth.BY_KEY));
    }

    /** Parses a day, and its month with {@code reader}. */
    static Optional<NonGregorianDay> parse(String text, Function<String, Optional<NonGregorianMonth>> reader) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? reader.apply(matcher.group(2))
                        .map(month -> new NonGregorianDay(Integer.parseInt(matcher.group(1)), month))
                        .filter(it -> it.day >= 1 && it.day <= it.month.maxDays())
                : Optional.empty();
    }

    @Override
    public List<LocalDate> datesIn(int year) {
        return month.days(day, year);
    }

    @Override
    public boolean isDefinedFor(int year) {
        return month.isDefinedFor(year);
    }

    @Override
    public String asText() {
        return day + " " + month.title();
    }
}
