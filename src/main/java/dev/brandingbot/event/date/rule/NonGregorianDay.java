package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A day of the Islamic, Hebrew or Persian calendar; the month's last day in years in which it is shorter.
 *
 * @param day the day of the month
 * @param month the month
 */
record NonGregorianDay(int day, NonGregorianMonth month) implements DateRule {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}) (\\D.*)");

    /** Reads {@code 1 Shawwal}. */
    static Optional<NonGregorianDay> parse(String text) {
        return parse(text, name -> Aliases.exact(name, NonGregorianMonth.BY_KEY));
    }

    /** Reads it with the month's name taken for what {@code reading} takes it for. */
    static Optional<NonGregorianDay> parse(String text, Function<String, Optional<NonGregorianMonth>> reading) {
        var form = FORM.matcher(text);
        return form.matches()
                ? reading.apply(form.group(2))
                        .map(month -> new NonGregorianDay(Integer.parseInt(form.group(1)), month))
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
