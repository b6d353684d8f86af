package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.CalendarItem;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.schedule.YearSchedule;
import dev.brandingbot.schedule.YearSchedule.EventSpan;
import dev.brandingbot.schedule.picture.LaneLayout.Place;
import dev.brandingbot.schedule.picture.LaneLayout.Span;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where everything in a year's picture is. Months go across; below them the events lie in as many lanes as are needed so that none
 * touches another.
 *
 * @param plan what is laid out
 * @param size how large the events are
 * @param today the day to mark, when it is in the year
 * @param items the events that are drawn
 * @param left how many are not, because there are too many
 * @param lanes how many lanes there are
 */
record YearImageLayout(
        YearSchedule<?> plan, LabelSize size, Optional<LocalDate> today, List<Item> items, int left, int lanes) {
    static final double WIDTH = 1400;
    static final double MARGIN = 44;
    static final double HEADER = 90;
    static final double MARKER = 42;
    static final double MONTHS = 48;
    static final double RIBBON = 42;

    /** What a picture may hold: twice that would take more memory than a small process has. */
    static final int MAX_ITEMS = 120;

    private static final int MAX_LARGE_LANES = 8;
    private static final double BELOW_RIBBON = 28;
    private static final double NOTE = 44;
    private static final double MIN_BAR_WIDTH = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

    YearImageLayout {
        items = List.copyOf(items);
    }

    /**
     * An event in the picture.
     *
     * @param event the event
     * @param name its name, shortened if need be
     * @param dates its days in words
     * @param isMirrored whether the icon is at the right end of the label, not at the left
     * @param bars the days on which it is shown
     * @param label its icon and, beside it, the two lines of text
     */
    record Item(
            CalendarItem event,
            String name,
            String dates,
            boolean isMirrored,
            List<Rectangle2D> bars,
            Rectangle2D label) {
        Item {
            bars = List.copyOf(bars);
        }

        /** From the left edge of bars and label to the right one. */
        Rectangle2D extent() {
            var extent = (Rectangle2D) label.clone();
            bars.forEach(extent::add);
            return extent;
        }
    }

    /**
     * Lays a plan out.
     *
     * @param names the font of the names
     * @param dates the font of the dates
     */
    static YearImageLayout of(YearSchedule<?> plan, LocalDate today, OutlineFont names, OutlineFont dates) {
        var large = new Builder(plan, today, LabelSize.LARGE, names, dates).build();
        return large.lanes() <= MAX_LARGE_LANES
                ? large
                : new Builder(plan, today, LabelSize.SMALL, names, dates).build();
    }

    /** The height of the picture. */
    double height() {
        return lanesTop(today)
                + lanes * size.lane()
                - (lanes > 0 ? size.distance() : BELOW_RIBBON)
                + (left > 0 ? NOTE : 0)
                + MARGIN;
    }

    /** The band in which every day has the color of the active event. */
    Rectangle2D ribbon() {
        return new Rectangle2D.Double(MARGIN, lanesTop(today) - BELOW_RIBBON - RIBBON, WIDTH - 2 * MARGIN, RIBBON);
    }

    /** Where the names of the months begin. */
    double monthsTop() {
        return ribbon().getY() - MONTHS;
    }

    /** The days from the left edge of the first to the right edge of the last. */
    Rectangle2D inRibbon(DateRange days) {
        var ribbon = ribbon();
        return new Rectangle2D.Double(x(plan, days.first()), ribbon.getY(), width(plan, days), ribbon.getHeight());
    }

    /** The days of a month. */
    Rectangle2D inRibbon(Month month) {
        var first = LocalDate.of(plan.year(), month, 1);
        return inRibbon(new DateRange(first, first.plusMonths(1).minusDays(1)));
    }

    /** The middle of today. */
    Optional<Double> todayX() {
        return today.map(day -> x(plan, day) + width(plan, new DateRange(day, day)) / 2);
    }

    private static double lanesTop(Optional<LocalDate> today) {
        return MARGIN + HEADER + (today.isPresent() ? MARKER : 0) + MONTHS + RIBBON + BELOW_RIBBON;
    }

    private static double x(YearSchedule<?> plan, LocalDate day) {
        return MARGIN + (day.getDayOfYear() - 1) * dayWidth(plan);
    }

    private static double width(YearSchedule<?> plan, DateRange days) {
        return days.lengthInDays() * dayWidth(plan);
    }

    private static double dayWidth(YearSchedule<?> plan) {
        return (WIDTH - 2 * MARGIN) / plan.days().lengthInDays();
    }

    /** Measures the events, then lets them be placed. */
    private static final class Builder {
        private final YearSchedule<?> plan;
        private final Optional<LocalDate> today;
        private final LabelSize size;
        private final OutlineFont names;
        private final OutlineFont dates;

        Builder(YearSchedule<?> plan, LocalDate today, LabelSize size, OutlineFont names, OutlineFont dates) {
            this.plan = plan;
            this.today = Optional.of(today).filter(plan.days()::contains);
            this.size = size;
            this.names = names;
            this.dates = dates;
        }

        YearImageLayout build() {
            var measured =
                    plan.spans().stream().limit(MAX_ITEMS).map(this::measured).toList();
            var spans = measured.stream().map(this::spans).toList();
            var places = LaneLayout.of(spans, size.between());
            var items = IntStream.range(0, measured.size())
                    .mapToObj(i -> item(measured.get(i), places.get(i)))
                    .toList();
            return new YearImageLayout(
                    plan, size, today, items, plan.spans().size() - items.size(), LaneLayout.count(places));
        }

        private Measured measured(EventSpan<?> showing) {
            var name = names.truncate(showing.event().title(), size.nameText(), size.maxNameLength());
            var words = words(showing.days());
            var text = Math.max(names.width(name, size.nameText()), dates.width(words, size.datesText()));
            var bars = showing.runs().stream()
                    .flatMap(run -> run.intersection(plan.days()).stream())
                    .map(this::bar)
                    .toList();
            return new Measured(showing.event(), name, words, bars, size.icon() + size.gap() + text);
        }

        private Rectangle2D bar(DateRange run) {
            var width = Math.max(MIN_BAR_WIDTH, width(plan, run));
            var x = Math.min(x(plan, run.first()), WIDTH - MARGIN - width);
            return new Rectangle2D.Double(x, 0, width, size.bar());
        }

        /** The label begins where the bar does, or ends where it does. */
        private List<Span> spans(Measured event) {
            var right = new Span(event.from(), Math.max(event.to(), event.from() + event.width()));
            var left = new Span(Math.min(event.from(), event.to() - event.width()), event.to());
            if (isTooFarRight(event)) {
                return List.of(left);
            }
            return left.from() < MARGIN ? List.of(right) : List.of(right, left);
        }

        private static boolean isTooFarRight(Measured event) {
            return event.from() + event.width() > WIDTH - MARGIN;
        }

        private Item item(Measured event, Place place) {
            var top = lanesTop(today) + place.lane() * size.lane();
            var bars = event.bars().stream()
                    .map(bar -> (Rectangle2D) new Rectangle2D.Double(bar.getX(), top, bar.getWidth(), bar.getHeight()))
                    .toList();
            var isMirrored = place.option() > 0 || isTooFarRight(event);
            var x = isMirrored ? event.to() - event.width() : event.from();
            var label = new Rectangle2D.Double(x, top + size.bar() + size.gap(), event.width(), size.icon());
            return new Item(event.event(), event.name(), event.dates(), isMirrored, bars, label);
        }

        private static String words(DateRange days) {
            var first = days.first();
            var last = days.last();
            if (first.equals(last)) {
                return DAY.format(first);
            }
            var isOneMonth = first.getMonth() == last.getMonth() && first.getYear() == last.getYear();
            return DAY.format(first) + " – " + (isOneMonth ? last.getDayOfMonth() : DAY.format(last));
        }
    }

    /** An event with what it needs, wherever it will lie: its bars at the top, the width of its label. */
    private record Measured(CalendarItem event, String name, String dates, List<Rectangle2D> bars, double width) {
        double from() {
            return bars.get(0).getX();
        }

        double to() {
            return bars.get(bars.size() - 1).getMaxX();
        }
    }
}
