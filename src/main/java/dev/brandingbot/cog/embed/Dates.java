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

/** Formats and parses days in UTC for moderators. */
public final class Dates {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d[,] uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A day without a year that passed within this period probably means the past day. */
    private static final Period JUST_PASSED = Period.ofDays(60);

    private static final int MAX_YEAR = 9999;
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Dates() {}

    /** Formats a day: {@code July 10, 2027}. */
    public static String format(LocalDate day) {
        return FORMAT.format(day);
    }

    /** Formats days for the middle of a sentence: {@code from December 29, 2027 to January 3, 2028}. */
    public static String formatRange(DateRange days) {
        var last = format(days.last());
        if (days.first().equals(days.last())) {
            return "on " + last;
        }
        var isOneYear = days.first().getYear() == days.last().getYear();
        return "from %s to %s".formatted(isOneYear ? WITHOUT_YEAR.format(days.first()) : format(days.first()), last);
    }

    /** Formats the end of a day so that Discord shows it relative to now: {@code in 3 days}. */
    public static String formatEnd(LocalDate day) {
        return relative(day.plusDays(1));
    }

    /** Formats the start of a day so that Discord shows it relative to now: {@code in 3 days}. */
    public static String relative(LocalDate day) {
        return TimeFormat.RELATIVE.format(day.atStartOfDay(ZoneOffset.UTC));
    }

    /**
     * Parses {@code 2027-07-10}, {@code July 10, 2027}, {@code July 10 2027}, or {@code July 10}, which means the next such day
     * from {@code today} on.
     *
     * @return the day; empty if the text is not a date
     */
    public static Optional<LocalDate> parse(String text, LocalDate today) {
        var plain = UserText.normalize(text);
        return atStartOfDay(plain).or(() -> YearlyDates.parseDay(plain).map(day -> next(day, today)));
    }

    /**
     * Returns the next such day if {@code text} has no year and the day passed within the last 60 days, so that its author
     * probably does not mean next year; empty otherwise.
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
