package dev.brandingbot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.schedule.picture.YearSchedules;
import dev.brandingbot.support.DisplayWidth;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TextCalendarTest {
    private static final String[] EVENTS = {
        "new_year: December 29 to January 3", "pride: June 1 to June 30", "fair: June 20 to June 20", "evergreen"
    };

    @Test
    void rendersDaysAndLegend() {
        assertThat(TextCalendar.render(YearSchedules.plan(2027, EVENTS), LocalDate.parse("2027-06-20"), false))
                .isEqualTo("""
                    2027   today, June 20: Fair

                         1   5    10   15   20   25   30
                    Jan  aaa............................
                    Feb  ............................
                    Mar  ...............................
                    Apr  ..............................
                    May  ...............................
                    Jun  bbbbbbbbbbbbbbbbbbbcbbbbbbbbbb
                                            ^ today
                    Jul  ...............................
                    Aug  ...............................
                    Sep  ..............................
                    Oct  ...............................
                    Nov  ..............................
                    Dec  ............................aaa

                      a  Jan  1 - Jan  3    3 days  New Year
                      b  Jun  1 - Jun 19   19 days  Pride
                    > c  Jun 20             1 day   Fair
                      b  Jun 21 - Jun 30   10 days  Pride
                      a  Dec 29 - Dec 31    3 days  New Year
                      .  otherwise        329 days  Evergreen\
                    """);
    }

    @Test
    void marksTodayOnlyInItsYear() {
        assertThat(TextCalendar.render(YearSchedules.plan(2027, EVENTS), LocalDate.parse("2028-06-20"), false))
                .doesNotContain("today", ">");
    }

    @Test
    void rendersDaysWithoutEvent() {
        assertThat(TextCalendar.render(
                        YearSchedules.plan(2027, "pride: June 1 to June 30"), YearSchedules.NO_DAY, false))
                .contains("\nJan\n", "\nJun  aaa", "otherwise        335 days  nothing");
        assertThat(TextCalendar.render(YearSchedules.plan(2027), YearSchedules.NO_DAY, false))
                .endsWith("all year         365 days  nothing");
        assertThat(TextCalendar.render(YearSchedules.plan(2027, "evergreen"), YearSchedules.NO_DAY, false))
                .endsWith(".  all year         365 days  Evergreen");
    }

    @Test
    void fitsInto80Columns() {
        var plan = YearSchedules.plan(2027, "e".repeat(200) + ": June 1 to June 30", "f".repeat(255));

        assertThat(TextCalendar.render(plan, LocalDate.parse("2027-06-01"), false)
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).endsWith("eee..."));
    }

    @Test
    void countsTheColumnsOfWideCharacters() {
        var plan = YearSchedules.plan(2027, "正月".repeat(40) + ": June 1 to June 30");

        assertThat(TextCalendar.render(plan, LocalDate.parse("2027-06-01"), false)
                        .lines())
                .allSatisfy(line -> assertThat(DisplayWidth.columns(line)).isLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).contains("正月").endsWith("..."));
    }

    @Test
    void hasLetterForEachOfHundredEvents() {
        var text = TextCalendar.render(
                YearSchedules.crowded(100, LocalDate.parse("2027-01-01"), 365), YearSchedules.NO_DAY, false);

        assertThat(text.lines()).filteredOn(line -> line.contains("  Event ")).hasSizeGreaterThanOrEqualTo(100);
        assertThat(text).contains("  9  ", "  A  ");
    }

    @Test
    void colorsOnlyAddCodes() {
        var plan = YearSchedules.plan(2027, EVENTS);
        var today = LocalDate.parse("2027-06-20");

        var coloured = TextCalendar.render(plan, today, true);

        assertThat(coloured).contains("\u001b[30;48;5;");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(TextCalendar.render(plan, today, false));
    }
}
