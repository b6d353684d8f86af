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
 * A year's plan for a terminal of 80 columns: a line for each month with a letter for each day, then the days of each letter. Apart
 * from the events' names it is ASCII, which every terminal shows.
 */
public final class TextCalendar {
    private static final int COLUMNS = 80;
    private static final String INDENT = "     ";
    private static final String KEYS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final char FALLBACK = '.';
    private static final char NOTHING = ' ';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM ppd", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    private final YearSchedule<?> plan;
    private final Optional<LocalDate> today;
    private final Ink ink;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private TextCalendar(YearSchedule<?> plan, Optional<LocalDate> today, Ink ink) {
        this.plan = plan;
        this.today = today;
        this.ink = ink;
        plan.spans().forEach(showing -> numbers.putIfAbsent(showing.event().path(), numbers.size()));
    }

    /**
     * Writes a plan.
     *
     * @param today is marked, when it is in the year
     * @param isColoured whether the terminal understands ANSI's codes for 256 colours
     * @return lines, the last without its end
     */
    public static String render(YearSchedule<?> plan, LocalDate today, boolean isColoured) {
        var marked = Optional.of(today).filter(plan.days()::contains);
        return new TextCalendar(plan, marked, new Ink(isColoured)).write();
    }

    private String write() {
        var lines = new ArrayList<String>();
        lines.add(title());
        lines.add("");
        lines.add(INDENT + "1   5    10   15   20   25   30");
        for (var month : Month.values()) {
            lines.add(month(month));
            today.filter(day -> day.getMonth() == month).map(this::pointer).ifPresent(lines::add);
        }
        lines.add("");
        plan.runs().stream().filter(Run::isDated).map(this::run).forEach(lines::add);
        rest().ifPresent(lines::add);
        return lines.stream().map(String::stripTrailing).collect(joining("\n"));
    }

    private String title() {
        var year = Integer.toString(plan.year());
        return ink.bold(year)
                + today.map(day -> cut(
                                "   today, %s: %s".formatted(LONG_DAY.format(day), name(plan.activeOn(day))),
                                year.length()))
                        .orElse("");
    }

    private static String name(Optional<? extends CalendarItem> event) {
        return event.map(CalendarItem::title).orElse("nothing");
    }

    private String month(Month month) {
        var line = new StringBuilder(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + "  ");
        for (var run : plan.runs()) {
            run.days()
                    .intersection(days(month))
                    .ifPresent(days -> cells(run, days).forEach(line::append));
        }
        return line.toString();
    }

    private DateRange days(Month month) {
        var first = LocalDate.of(plan.year(), month, 1);
        return new DateRange(first, first.plusMonths(1).minusDays(1));
    }

    private List<String> cells(Run<?> run, DateRange days) {
        var cells = new ArrayList<String>();
        var others = Math.toIntExact(days.lengthInDays());
        if (today.filter(days::contains).isPresent()) {
            var before = (int) (today.get().toEpochDay() - days.first().toEpochDay());
            cells.add(ink.day(key(run).repeat(before), number(run)));
            cells.add(ink.today(key(run)));
            others -= before + 1;
        }
        cells.add(ink.day(key(run).repeat(others), number(run)));
        return cells;
    }

    private String pointer(LocalDate day) {
        return INDENT + " ".repeat(day.getDayOfMonth() - 1) + ink.bold("^ today");
    }

    private String run(Run<?> run) {
        var isNow = today.filter(run.days()::contains).isPresent();
        var days = run.days().lengthInDays();
        var rest = "  %-15s  %3s %-4s  %s"
                .formatted(dates(run.days()), days, days == 1 ? "day" : "days", name(run.event()));
        return (isNow ? "> " : "  ") + ink.day(key(run), number(run)) + cut(rest, 3);
    }

    private static String dates(DateRange days) {
        var first = DAY.format(days.first());
        return days.lengthInDays() == 1 ? first : first + " - " + DAY.format(days.last());
    }

    private Optional<String> rest() {
        var days = plan.daysWithoutDated();
        return plan.runs().stream()
                .filter(run -> !run.isDated())
                .findFirst()
                .map(run -> "  " + key(run)
                        + cut(
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
                .orElse(String.valueOf(run.event().isPresent() ? FALLBACK : NOTHING));
    }

    private Optional<Integer> number(Run<?> run) {
        return run.event().map(event -> numbers.get(event.path()));
    }

    /** What fits into a line after {@code used} columns. */
    private static String cut(String text, int used) {
        var room = COLUMNS - used;
        return DisplayWidth.columns(text) <= room ? text : DisplayWidth.prefix(text, room - 3) + "...";
    }

    /** Colours, where there are some. */
    private record Ink(boolean isColored) {
        /** Of the 256 that terminals know, light ones that differ from their neighbours. */
        private static final int[] COLORS = {203, 221, 114, 75, 176, 215, 80, 147, 211, 150, 111, 180};

        String bold(String text) {
            return coded("1", text);
        }

        /** Days of the event with this number, or of none. */
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
