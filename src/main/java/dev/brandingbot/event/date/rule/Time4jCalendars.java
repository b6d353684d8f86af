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

/** The only class that uses Time4J, so that the library is loaded only if it is needed. */
final class Time4jCalendars {
    /** The first year that the Umm al-Qura calendar covers completely; it is published from 1300 to 1500 AH. */
    static final int FIRST_ISLAMIC = 1883;

    static final int LAST_ISLAMIC = 2076;

    private static final int LAST_HIJRI_YEAR = 1500;

    /** A The difference between a Gregorian year and the year of the other calendar in which it starts. */
    private static final int HEBREW_YEAR_OFFSET = 3760;

    private static final int PERSIAN_YEAR_OFFSET = -622;

    /** Cached, because the astronomical computation is slow. */
    private static final Map<Integer, List<LocalDate>> CHINESE_NEW_YEARS = new ConcurrentHashMap<>();

    private Time4jCalendars() {}

    static List<LocalDate> easter(int year) {
        return List.of(toLocalDate(Computus.WESTERN.easterSunday(year)));
    }

    static List<LocalDate> orthodoxEaster(int year) {
        return List.of(toLocalDate(Computus.EASTERN.easterSunday(year)));
    }

    static List<LocalDate> chineseNewYear(int year) {
        return year < DateRule.FIRST_YEAR || year > DateRule.LAST_YEAR
                ? List.of()
                : CHINESE_NEW_YEARS.computeIfAbsent(year, Time4jCalendars::computeChineseNewYear);
    }

    private static List<LocalDate> computeChineseNewYear(int year) {
        return List.of(toLocalDate(ChineseCalendar.ofNewYear(year).transform(PlainDate.class)));
    }

    /** Uses the Umm al-Qura calendar of Saudi Arabia. */
    static List<LocalDate> islamic(int month, int day, int year) {
        var first = PlainDate.of(year, 1, 1)
                .transform(HijriCalendar.class, HijriCalendar.VARIANT_UMALQURA)
                .getInt(HijriCalendar.YEAR_OF_ERA);
        return daysIn(year, IntStream.rangeClosed(first, Math.min(first + 2, LAST_HIJRI_YEAR)), hijriYear -> {
            var start = HijriCalendar.ofUmalqura(hijriYear, month, 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    /** @param month the month from Tishri, 1; a leap year's two months of Adar are 6 and 7 */
    static List<LocalDate> hebrew(int month, int day, int year) {
        return daysIn(year, IntStream.of(year + HEBREW_YEAR_OFFSET, year + HEBREW_YEAR_OFFSET + 1), hebrewYear -> {
            var start = HebrewCalendar.of(hebrewYear, HebrewMonth.values()[month - 1], 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    static List<LocalDate> persian(int month, int day, int year) {
        return daysIn(year, IntStream.of(year + PERSIAN_YEAR_OFFSET, year + PERSIAN_YEAR_OFFSET + 1), hijriYear -> {
            var start = PersianCalendar.of(hijriYear, month, 1);
            return dayFrom(start.transform(PlainDate.class), day, start.lengthOfMonth());
        });
    }

    private static List<LocalDate> daysIn(int year, IntStream nonGregorianYears, IntFunction<LocalDate> day) {
        return nonGregorianYears
                .mapToObj(day)
                .filter(it -> it.getYear() == year)
                .toList();
    }

    private static LocalDate dayFrom(PlainDate first, int day, int lengthOfMonth) {
        return toLocalDate(first).plusDays(Math.min(day, lengthOfMonth) - 1);
    }

    private static LocalDate toLocalDate(PlainDate day) {
        return day.toTemporalAccessor();
    }
}
