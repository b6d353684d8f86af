package dev.brandingbot.event.date.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayTest {
    private static final int FIRST_YEAR = 2019;
    private static final int LAST_YEAR = 2032;

    @ParameterizedTest
    @EnumSource(Holiday.class)
    void matchesPublishedDates(Holiday feast) throws Exception {
        var published = published().get(feast.asText());

        assertThat(IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).boxed().flatMap(year -> feast.datesIn(year).stream()))
                .containsExactlyElementsOf(published);
    }

    @ParameterizedTest
    @EnumSource(Holiday.class)
    void roundTripsAsText(Holiday feast) {
        assertThat(DateRule.parse(feast.asText())).contains(feast);
    }

    @ParameterizedTest
    @EnumSource(
            value = Holiday.class,
            names = {"DIWALI", "HOLI"},
            mode = EnumSource.Mode.EXCLUDE)
    void datesAreAscendingForAHundredYears(Holiday feast) {
        var days = IntStream.rangeClosed(1970, 2076)
                .boxed()
                .flatMap(year -> feast.datesIn(year).stream())
                .toList();

        assertThat(days).isSorted().doesNotHaveDuplicates();
        assertThat(IntStream.range(1, days.size())
                        .mapToLong(
                                i -> days.get(i).toEpochDay() - days.get(i - 1).toEpochDay()))
                .allMatch(gap -> gap >= 330 && gap <= 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Diwali", "Holi"})
    void hasNoDateAfterTableEnds(String name) {
        var feast = Holiday.parse(name).orElseThrow();

        assertThat(feast.datesIn(2035)).hasSize(1);
        assertThat(feast.isDefinedFor(2035)).isTrue();
        assertThat(feast.datesIn(2036)).isEmpty();
        assertThat(feast.isDefinedFor(2036)).isFalse();
    }

    @Test
    void hasNoDateAfterUmmAlQuraCalendarEnds() {
        assertThat(Holiday.RAMADAN.isDefinedFor(Time4jCalendars.LAST_ISLAMIC)).isTrue();
        assertThat(Holiday.RAMADAN.datesIn(Time4jCalendars.LAST_ISLAMIC)).isNotEmpty();
        assertThat(Holiday.EID_AL_ADHA.datesIn(Time4jCalendars.LAST_ISLAMIC)).isNotEmpty();
        assertThat(Holiday.RAMADAN.datesIn(Time4jCalendars.LAST_ISLAMIC + 1)).isEmpty();
        assertThat(Holiday.RAMADAN.isDefinedFor(Time4jCalendars.LAST_ISLAMIC + 1))
                .isFalse();
        assertThat(Holiday.RAMADAN.datesIn(Time4jCalendars.FIRST_ISLAMIC)).isNotEmpty();
    }

    @Test
    void matchesUmmAlQuraCalendarOfJdk() {
        for (var hijra = 1390; hijra < 1500; hijra++) {
            var ramadan = LocalDate.from(HijrahDate.of(hijra, 9, 1));
            var eid = LocalDate.from(HijrahDate.of(hijra, 10, 1));

            assertThat(Holiday.RAMADAN.datesIn(ramadan.getYear())).contains(ramadan);
            assertThat(Holiday.EID_AL_FITR.datesIn(eid.getYear())).contains(eid);
        }
    }

    private static Map<String, List<LocalDate>> published() throws IOException, URISyntaxException {
        var file = Path.of(Objects.requireNonNull(HolidayTest.class.getResource("feasts.txt"))
                .toURI());
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(": ", 2))
                    .collect(groupingBy(line -> line[0], mapping(line -> LocalDate.parse(line[1]), toList())));
        }
    }
}
