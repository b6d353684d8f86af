package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.EventSummary;
import dev.brandingbot.schedule.YearSchedule;
import dev.brandingbot.schedule.picture.YearImageLayout.Item;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YearImageLayoutTest {
    private static final OutlineFont NAMES = OutlineFont.semiBold();
    private static final OutlineFont DATES = OutlineFont.regular();

    @ParameterizedTest
    @MethodSource("crowdedYears")
    void eventsStayApartAndInsidePicture(YearSchedule<EventSummary> plan) {
        var layout = layout(plan, YearSchedules.NO_DAY);

        assertThat(layout.items()).hasSize(plan.spans().size());
        assertThat(layout.items()).allSatisfy(item -> {
            assertThat(picture(layout).contains(item.extent())).as(item.name()).isTrue();
            assertThat(layout.items())
                    .filteredOn(other -> other != item && other.extent().intersects(item.extent()))
                    .isEmpty();
        });
    }

    private static Stream<YearSchedule<EventSummary>> crowdedYears() {
        return Stream.of(
                YearSchedules.crowded(1, LocalDate.parse("2027-12-31"), 1),
                YearSchedules.crowded(16, LocalDate.parse("2027-01-01"), 365),
                YearSchedules.crowded(30, LocalDate.parse("2027-07-01"), 31),
                YearSchedules.crowded(31, LocalDate.parse("2028-12-01"), 31),
                YearSchedules.crowded(40, LocalDate.parse("2028-01-01"), 366),
                YearSchedules.crowded(100, LocalDate.parse("2027-01-01"), 365));
    }

    @Test
    void alignsBarWithDays() {
        var layout = layout(YearSchedules.plan(2027, "pride: June 1 to June 30"), YearSchedules.NO_DAY);

        var bar = layout.items().get(0).bars().get(0);
        var june = layout.inRibbon(YearSchedules.days("2027-06-01", "2027-06-30"));
        assertThat(bar.getX()).isEqualTo(june.getX());
        assertThat(bar.getMaxX()).isEqualTo(june.getMaxX());
    }

    @Test
    void showsEventOverNewYearAtBothEnds() {
        var items = layout(YearSchedules.plan(2027, "new_year: December 29 to January 3"), YearSchedules.NO_DAY)
                .items();

        assertThat(items).extracting(Item::dates).containsExactly("Dec 29 – Jan 3", "Dec 29 – Jan 3");
        assertThat(items.get(0).extent().getX()).isEqualTo(YearImageLayout.MARGIN);
        assertThat(items.get(1).extent().getMaxX()).isEqualTo(YearImageLayout.WIDTH - YearImageLayout.MARGIN);
    }

    @Test
    void showsInterruptedEventOnceWithSeveralBars() {
        var items = layout(
                        YearSchedules.plan(2027, "summer: June 1 to August 31", "fair: July 10 to July 11"),
                        YearSchedules.NO_DAY)
                .items();

        assertThat(items).extracting(item -> item.bars().size()).containsExactly(2, 1);
        assertThat(items).extracting(Item::dates).containsExactly("Jun 1 – Aug 31", "Jul 10 – 11");
    }

    @Test
    void truncatesLongName() {
        var item = layout(YearSchedules.plan(2027, "x".repeat(200) + ": June 1 to June 1"), YearSchedules.NO_DAY)
                .items()
                .get(0);

        assertThat(item.name()).startsWith("Xxx").endsWith("…");
        assertThat(item.label().getWidth()).isLessThan(YearImageLayout.WIDTH / 2);
    }

    @Test
    void marksTodayOnlyInItsYear() {
        var plan = YearSchedules.plan(2027, "pride: June 1 to June 30");

        assertThat(layout(plan, LocalDate.parse("2027-12-31")).todayX())
                .hasValueSatisfying(
                        x -> assertThat(x).isBetween(YearImageLayout.WIDTH - YearImageLayout.MARGIN - 4, 1400.0));
        assertThat(layout(plan, LocalDate.parse("2028-01-01")).todayX()).isEmpty();
    }

    @Test
    void usualYearIsReadableInChannel() {
        var layout = layout(YearSchedules.crowded(12, LocalDate.parse("2027-01-01"), 365), YearSchedules.NO_DAY);

        assertThat(layout.size()).isEqualTo(LabelSize.LARGE);
        assertThat(layout.height()).isLessThan(YearImageLayout.WIDTH);
    }

    @Test
    void usesSmallerLabelsAndReportsOmittedEvents() {
        var layout = layout(YearSchedules.crowded(300, LocalDate.parse("2027-01-01"), 365), YearSchedules.NO_DAY);

        assertThat(layout.size()).isEqualTo(LabelSize.SMALL);
        assertThat(layout.items()).hasSize(YearImageLayout.MAX_ITEMS);
        assertThat(layout.left()).isPositive();
    }

    private static YearImageLayout layout(YearSchedule<EventSummary> plan, LocalDate today) {
        return YearImageLayout.of(plan, today, NAMES, DATES);
    }

    private static Rectangle2D picture(YearImageLayout layout) {
        return new Rectangle2D.Double(
                YearImageLayout.MARGIN - 1, 0, YearImageLayout.WIDTH - 2 * YearImageLayout.MARGIN + 2, layout.height());
    }
}
