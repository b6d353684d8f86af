package dev.brandingbot.schedule.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.CalendarEntry;
import dev.brandingbot.schedule.YearPlan;
import dev.brandingbot.schedule.picture.PictureLayout.Item;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureLayoutTest {
    private static final Typeface NAMES = Typeface.semiBold();
    private static final Typeface DATES = Typeface.regular();

    @ParameterizedTest
    @MethodSource("crowdedYears")
    void letsNoEventTouchAnotherOrLeaveThePicture(YearPlan<CalendarEntry> plan) {
        var layout = layout(plan, Plans.NO_DAY);

        assertThat(layout.items()).hasSize(plan.showings().size());
        assertThat(layout.items()).allSatisfy(item -> {
            assertThat(picture(layout).contains(item.extent())).as(item.name()).isTrue();
            assertThat(layout.items())
                    .filteredOn(other -> other != item && other.extent().intersects(item.extent()))
                    .isEmpty();
        });
    }

    private static Stream<YearPlan<CalendarEntry>> crowdedYears() {
        return Stream.of(
                Plans.crowded(1, LocalDate.parse("2027-12-31"), 1),
                Plans.crowded(16, LocalDate.parse("2027-01-01"), 365),
                Plans.crowded(30, LocalDate.parse("2027-07-01"), 31),
                Plans.crowded(31, LocalDate.parse("2028-12-01"), 31),
                Plans.crowded(40, LocalDate.parse("2028-01-01"), 366),
                Plans.crowded(100, LocalDate.parse("2027-01-01"), 365));
    }

    @Test
    void putsABarUnderTheDaysOfItsEvent() {
        var layout = layout(Plans.plan(2027, "pride: June 1 to June 30"), Plans.NO_DAY);

        var bar = layout.items().get(0).bars().get(0);
        var june = layout.inRibbon(Plans.days("2027-06-01", "2027-06-30"));
        assertThat(bar.getX()).isEqualTo(june.getX());
        assertThat(bar.getMaxX()).isEqualTo(june.getMaxX());
    }

    @Test
    void showsAnEventOverNewYearAtBothEnds() {
        var items = layout(Plans.plan(2027, "new_year: December 29 to January 3"), Plans.NO_DAY)
                .items();

        assertThat(items).extracting(Item::dates).containsExactly("Dec 29 – Jan 3", "Dec 29 – Jan 3");
        assertThat(items.get(0).extent().getX()).isEqualTo(PictureLayout.MARGIN);
        assertThat(items.get(1).extent().getMaxX()).isEqualTo(PictureLayout.WIDTH - PictureLayout.MARGIN);
    }

    @Test
    void showsAnInterruptedEventOnceWithABarForEachPart() {
        var items = layout(Plans.plan(2027, "summer: June 1 to August 31", "fair: July 10 to July 11"), Plans.NO_DAY)
                .items();

        assertThat(items).extracting(item -> item.bars().size()).containsExactly(2, 1);
        assertThat(items).extracting(Item::dates).containsExactly("Jun 1 – Aug 31", "Jul 10 – 11");
    }

    @Test
    void shortensALongName() {
        var item = layout(Plans.plan(2027, "x".repeat(200) + ": June 1 to June 1"), Plans.NO_DAY)
                .items()
                .get(0);

        assertThat(item.name()).startsWith("Xxx").endsWith("…");
        assertThat(item.label().getWidth()).isLessThan(PictureLayout.WIDTH / 2);
    }

    @Test
    void marksTodayInItsYearOnly() {
        var plan = Plans.plan(2027, "pride: June 1 to June 30");

        assertThat(layout(plan, LocalDate.parse("2027-12-31")).todayX())
                .hasValueSatisfying(
                        x -> assertThat(x).isBetween(PictureLayout.WIDTH - PictureLayout.MARGIN - 4, 1400.0));
        assertThat(layout(plan, LocalDate.parse("2028-01-01")).todayX()).isEmpty();
    }

    @Test
    void isLessHighThanWideForAUsualYearAndLargeEnoughToBeReadInTheChannel() {
        var layout = layout(Plans.crowded(12, LocalDate.parse("2027-01-01"), 365), Plans.NO_DAY);

        assertThat(layout.size()).isEqualTo(LabelSize.LARGE);
        assertThat(layout.height()).isLessThan(PictureLayout.WIDTH);
    }

    @Test
    void drawsSmallerWhenThereIsMuchAndSaysWhatItLeavesOut() {
        var layout = layout(Plans.crowded(300, LocalDate.parse("2027-01-01"), 365), Plans.NO_DAY);

        assertThat(layout.size()).isEqualTo(LabelSize.SMALL);
        assertThat(layout.items()).hasSize(PictureLayout.MOST_ITEMS);
        assertThat(layout.left()).isPositive();
    }

    private static PictureLayout layout(YearPlan<CalendarEntry> plan, LocalDate today) {
        return PictureLayout.of(plan, today, NAMES, DATES);
    }

    private static Rectangle2D picture(PictureLayout layout) {
        return new Rectangle2D.Double(
                PictureLayout.MARGIN - 1, 0, PictureLayout.WIDTH - 2 * PictureLayout.MARGIN + 2, layout.height());
    }
}
