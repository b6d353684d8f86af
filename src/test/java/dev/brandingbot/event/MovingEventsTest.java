package dev.brandingbot.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brandingbot.event.date.EventDates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five events whose dates used to be edited every year, written as rules and compared with published days. */
class MovingEventsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "easter | Easter for 1 day | 1"
                        + "| 04-21 04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28",
                "eid_al_fitr | Eid al-Fitr for 3 days | 3"
                        + "| 06-04 05-24 05-13 05-02 04-21 04-10 03-30 03-20 03-09 02-26 02-14 02-04 01-24 01-14",
                "diwali | Diwali to Diwali + 5 days | 6"
                        + "| 10-27 11-14 11-04 10-24 11-12 10-31 10-20 11-08 10-29 10-17 11-05 10-26 11-14 11-02",
                "holi | Holi - 1 day to Holi | 2"
                        + "| 03-20 03-09 03-28 03-17 03-07 03-24 03-13 03-03 03-21 03-10 02-28 03-19 03-08 03-26",
                "comic_book_day | first Saturday of May for 1 day | 1"
                        + "| 05-04 05-02 05-01 05-07 05-06 05-04 05-03 05-02 05-01 05-06 05-05 05-04 05-03 05-01",
            })
    void areRightFrom2019To2032WithoutAnEdit(String event, String dates, int days, String starts) {
        var expected = Arrays.asList(starts.split(" "));

        var runs = IntStream.rangeClosed(2019, 2032)
                .boxed()
                .flatMap(year -> EventDates.parse(dates).orElseThrow().occurrencesStartingIn(year).stream())
                .toList();

        assertThat(runs).allMatch(run -> run.lengthInDays() == days).hasSize(14);
        assertThat(IntStream.range(0, 14).mapToObj(i -> runs.get(i).first()))
                .containsExactlyElementsOf(IntStream.range(0, 14)
                        .mapToObj(i -> LocalDate.parse((2019 + i) + "-" + expected.get(i)))
                        .toList());
    }
}
