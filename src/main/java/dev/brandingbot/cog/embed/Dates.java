package dev.brandingbot.cog.embed;

import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.event.date.YearlyDates;
import dev.brandingbot.support.UserText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Days in UTC as moderators read and write them. */
public final class Dates {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d[,] uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** For so long a day without a year is taken for the one that passed. */
    private static final Period JUST_PASSED = Period.ofDays(60);

    private static final int MAX_YEAR = 9999;
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Dates() {}

    /** The day as one writes it: {@code July 10, 2027}. */
    public static String format(LocalDate day) {
        return FORMAT.format(day);
    }

    /** When something takes place, for the middle of a sentence: {@code from December 29, 2027 to January 3, 2028}. */
    public static String during(DateRange days) {
        var last = format(days.last());
        if (days.first().equals(days.last())) {
            return "on " + last;
        }
        var isOneYear = days.first().getYear() == days.last().getYear();
        return "from %s to %s".formatted(isOneYear ? WITHOUT_YEAR.format(days.first()) : format(days.first()), last);
    }

    /** The end of a day as Discord renders it for each reader: {@code in 3 days}. */
    public static String endOf(LocalDate day) {
        return relative(day.plusDays(1));
    }

    /** The beginning of a day as Discord renders it for each reader: {@code in 3 days}. */
    public static String relative(LocalDate day) {
        return TimeFormat.RELATIVE.format(day.atStartOfDay(ZoneOffset.UTC));
    }

    /**
     * Reads a day as {@code 2027-07-10}, {@code July 10, 2027} or {@code July 10 2027}, or as {@code July 10}, which is the next such day from {@code
     * today} on.
     *
     * @return the day, or nothing when the text is none
     */
    public static Optional<LocalDate> parse(String text, LocalDate today) {
        var plain = UserText.normalize(text);
        return atStartOfDay(plain).or(() -> YearlyDates.parseDay(plain).map(day -> next(day, today)));
    }

    /**
     * The next day of that name, if {@code text} has no year and the last such day passed within the last 60 days: whoever writes
     * it hardly means a day in about a year.
     */
    public static Optional<LocalDate> nextIfJustPassed(String text, LocalDate today) {
        return YearlyDates.parseDay(UserText.normalize(text))
                .filter(day -> next(day, today.minus(JUST_PASSED)).isBefore(today))
                .map(day -> next(day, today));
    }

    private static Optional<LocalDate> atStartOfDay(String text) {
        try {
            return Optional.of(ISO.matcher(text).matches() ? LocalDate.parse(text) : LocalDate.parse(text, FULL_DATE))
                    .filter(day -> day.getYear() <= MAX_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate next(MonthDay day, LocalDate today) {
        var thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }
}
