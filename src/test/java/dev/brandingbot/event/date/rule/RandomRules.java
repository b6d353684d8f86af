package dev.brandingbot.event.date.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.random.RandomGenerator;

/** Generates random rules of every kind. */
public final class RandomRules {
    private RandomRules() {}

    /** A Returns a recurring rule. */
    public static DateRule rule(RandomGenerator random) {
        var shift = random.nextInt(-40, 41);
        var rule = unshifted(random);
        return random.nextInt(3) == 0 && shift != 0 ? new OffsetDay(rule, shift) : rule;
    }

    /** Returns one day of one year. */
    public static DateRule once(RandomGenerator random) {
        return new OneOffDay(LocalDate.of(1970, 1, 1).plusDays(random.nextInt(84_000)));
    }

    private static DateRule unshifted(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new YearlyDay(MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(random.nextInt(366))));
            case 1 ->
                new NthWeekday(
                        NthWeekday.Ordinal.values()[random.nextInt(5)],
                        DayOfWeek.of(1 + random.nextInt(7)),
                        Month.of(1 + random.nextInt(12)));
            case 2 -> Holiday.values()[random.nextInt(Holiday.values().length)];
            default ->
                new NonGregorianDay(
                        1 + random.nextInt(30),
                        NonGregorianMonth.values()[random.nextInt(NonGregorianMonth.values().length)]);
        };
    }
}
