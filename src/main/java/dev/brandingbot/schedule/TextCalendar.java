package dev.brandingbot.schedule;

import static java.util.stream.Collectors.joining;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.schedule.YearSchedule.Run;
import dev.brandingbot.support.DisplayWidth;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Renders a year's schedule for a terminal with 80 columns: a line per month with a letter per day, then a legend.
 * Except for the events' names, it is ASCII.
 */
public final class TextCalendar {
    private static final int COLUMNS = 80;
    private static final String INDENT = "     ";
    private static final String KEYS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final char FALLBACK = '.';
    private static final char NO_EVENT = ' ';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM ppd", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    private final YearSchedule<?> schedule;
    private final Optional<LocalDate> today;
    private final Colors colors;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private TextCalendar(YearSchedule<?> schedule, Optional<LocalDate> today, Colors ink) {
        this.schedule = schedule;
        this.today = today;
        this.colors = ink;
        schedule.spans().forEach(span -> numbers.putIfAbsent(span.event().path(), numbers.size()));
    }

    /**
     * Renders a schedule.
     *
     * @param today the day to mark if it is in the year
     * @param isColored whether the terminal supports ANSI codes for 256 colors
     * @return the lines, without a final line break
     */
    public static String render(YearSchedule<?> schedule, LocalDate today, boolean isColored) {
        var marked = Optional.of(today).filter(schedule.days()::contains);
        return new TextCalendar(schedule, marked, new Colors(isColored)).renderLines();
    }

    private String renderLines() {
        var lines = new ArrayList<String>();
        lines.add(title());
        lines.add("");
        lines.add(INDENT + "1   5    10   15   20   25   30");
        for (var month : Month.values()) {
            lines.add(month(month));
            today.filter(day -> day.getMonth() == month).map(this::pointer).ifPresent(lines::add);
        }
        lines.add("");
        schedule.runs().stream().filter(Run::isDated).map(this::run).forEach(lines::add);
        remainingDays().ifPresent(lines::add);
        return lines.stream().map(String::stripTrailing).collect(joining("\n"));
    }

    private String title() {
        var year = Integer.toString(schedule.year());
        return colors.bold(year)
                + today.map(day -> truncate(
                                "   today, %s: %s".formatted(LONG_DAY.format(day), name(schedule.activeOn(day))),
                                year.length()))
                        .orElse("");
    }

    private static String name(Optional<? extends CalendarItem> event) {
        return event.map(CalendarItem::title).orElse("nothing");
    }

    private String month(Month month) {
        var line = new StringBuilder(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + "  ");
        for (var run : schedule.runs()) {
            run.days()
                    .intersection(days(month))
                    .ifPresent(days -> cells(run, days).forEach(line::append));
        }
        return line.toString();
    }

    private DateRange days(Month month) {
        var first = LocalDate.of(schedule.year(), month, 1);
        return new DateRange(first, first.plusMonths(1).minusDays(1));
    }

    private List<String> cells(Run<?> run, DateRange days) {
        var cells = new ArrayList<String>();
        var others = Math.toIntExact(days.lengthInDays());
        if (today.filter(days::contains).isPresent()) {
            var before = (int) (today.get().toEpochDay() - days.first().toEpochDay());
            cells.add(colors.day(key(run).repeat(before), number(run)));
            cells.add(colors.today(key(run)));
            others -= before + 1;
        }
        cells.add(colors.day(key(run).repeat(others), number(run)));
        return cells;
    }

    private String pointer(LocalDate day) {
        return INDENT + " ".repeat(day.getDayOfMonth() - 1) + colors.bold("^ today");
    }

    private String run(Run<?> run) {
        var isNow = today.filter(run.days()::contains).isPresent();
        var days = run.days().lengthInDays();
        var rest = "  %-15s  %3s %-4s  %s"
                .formatted(dates(run.days()), days, days == 1 ? "day" : "days", name(run.event()));
        return (isNow ? "> " : "  ") + colors.day(key(run), number(run)) + truncate(rest, 3);
    }

    private static String dates(DateRange days) {
        var first = DAY.format(days.first());
        return days.lengthInDays() == 1 ? first : first + " - " + DAY.format(days.last());
    }

    private Optional<String> remainingDays() {
        var days = schedule.daysWithoutDated();
        return schedule.runs().stream()
                .filter(run -> !run.isDated())
                .findFirst()
                .map(run -> "  " + key(run)
                        + truncate(
                                "  %-15s  %3s %-4s  %s"
                                        .formatted(
                                                numbers.isEmpty() ? "all year" : "otherwise",
                                                days,
                                                days == 1 ? "day" : "days",
                                                name(run.event())),
                                3));
    }

    private String key(Run<?> run) {
        return number(run)
                .map(number -> KEYS.substring(number % KEYS.length(), number % KEYS.length() + 1))
                .orElse(String.valueOf(run.event().isPresent() ? FALLBACK : NO_EVENT));
    }

    private Optional<Integer> number(Run<?> run) {
        return run.event().map(event -> numbers.get(event.path()));
    }

    /** Truncates text to what fits into a line after {@code used} columns. */
    private static String truncate(String text, int used) {
        var room = COLUMNS - used;
        return DisplayWidth.columns(text) <= room ? text : DisplayWidth.prefix(text, room - 3) + "...";
    }

    /** Formats text with colors, if they are supported. */
    private record Colors(boolean isColored) {
        /** Light colors of the 256-color palette, each different from its neighbors. */
        private static final int[] COLORS = {203, 221, 114, 75, 176, 215, 80, 147, 211, 150, 111, 180};

        String bold(String text) {
            return coded("1", text);
        }

        /** Formats days of the event with this number, or of no event. */
        String day(String text, Optional<Integer> number) {
            return number.map(it -> coded("30;48;5;" + COLORS[it % COLORS.length], text))
                    .orElse(text);
        }

        String today(String text) {
            return coded("1;7", text);
        }

        private String coded(String code, String text) {
            return isColored && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
        }
    }
}
