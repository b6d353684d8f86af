package dev.brandingbot.event.date.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.time4j.PlainDate;
import net.time4j.calendar.ChineseCalendar;
import net.time4j.calendar.HebrewCalendar;
import net.time4j.calendar.HebrewMonth;
import net.time4j.calendar.HijriCalendar;
import net.time4j.calendar.PersianCalendar;
import net.time4j.history.Computus;

/** Asks Time4J, which nothing else does: without this class it is not loaded. */
final class Time4jCalendars {
    /** The years that lie wholly in the Umm al-Qura calendar, which is published from 1300 to 1500 AH. */
    static final int FIRST_ISLAMIC = 1883;

    static final int LAST_ISLAMIC = 2076;

    private static final int LAST_HIJRA = 1500;

    /** A Gregorian year begins in this year after the creation of the world, or in this one before the Hijra of the sun. */
    private static final int HEBREW_YEARS = 3760;

    private static final int PERSIAN_YEARS = -622;

    /** It follows from where sun and moon stand, which takes a while to work out and stays what it is. */
    private static final Map<Integer, List<LocalDate>> NEW_YEARS = new ConcurrentHashMap<>();

    private Time4jCalendars() {}

    static List<LocalDate> easter(int year) {
        return List.of(gregorian(Computus.WESTERN.easterSunday(year)));
    }

    static List<LocalDate> orthodoxEaster(int year) {
        return List.of(gregorian(Computus.EASTERN.easterSunday(year)));
    }

    static List<LocalDate> chineseNewYear(int year) {
        return year < DateRule.FIRST_YEAR || year > DateRule.LAST_YEAR
                ? List.of()
                : NEW_YEARS.computeIfAbsent(year, Time4jCalendars::newYear);
    }

    private static List<LocalDate> newYear(int year) {
        return List.of(gregorian(ChineseCalendar.ofNewYear(year).transform(PlainDate.class)));
    }

    /** By the Umm al-Qura calendar of Saudi Arabia. */
    static List<LocalDate> islamic(int month, int day, int year) {
        var first = PlainDate.of(year, 1, 1)
                .transform(HijriCalendar.class, HijriCalendar.VARIANT_UMALQURA)
                .getInt(HijriCalendar.YEAR_OF_ERA);
        return daysIn(year, IntStream.rangeClosed(first, Math.min(first + 2, LAST_HIJRA)), hijra -> {
            var start = HijriCalendar.ofUmalqura(hijra, month, 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    /** @param month Tishri is the first, and Adar of a leap year the sixth and seventh */
    static List<LocalDate> hebrew(int month, int day, int year) {
        return daysIn(year, IntStream.of(year + HEBREW_YEARS, year + HEBREW_YEARS + 1), anno -> {
            var start = HebrewCalendar.of(anno, HebrewMonth.values()[month - 1], 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    static List<LocalDate> persian(int month, int day, int year) {
        return daysIn(year, IntStream.of(year + PERSIAN_YEARS, year + PERSIAN_YEARS + 1), hijra -> {
            var start = PersianCalendar.of(hijra, month, 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    private static List<LocalDate> daysIn(int year, IntStream foreignYears, IntFunction<LocalDate> day) {
        return foreignYears.mapToObj(day).filter(it -> it.getYear() == year).toList();
    }

    private static LocalDate dayFrom(PlainDate first, int day, int lengthOfMonth) {
        return gregorian(first).plusDays(Math.min(day, lengthOfMonth) - 1);
    }

    private static LocalDate gregorian(PlainDate day) {
        return day.toTemporalAccessor();
    }
}
