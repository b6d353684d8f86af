package dev.brandingbot.event.date.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of holidays that cannot be computed; {@code published-days.txt} names the sources. */
final class HolidayTable {
    private static final String RESOURCE = "published-days.txt";
    private static final Map<Holiday, Map<Integer, List<LocalDate>>> DAYS = read();

    private HolidayTable() {}

    /** Returns the days in a year; empty if the table does not list that year. */
    static List<LocalDate> datesIn(Holiday holiday, int year) {
        return DAYS.getOrDefault(holiday, Map.of()).getOrDefault(year, List.of());
    }

    private static Map<Holiday, Map<Integer, List<LocalDate>>> read() {
        var stream = Objects.requireNonNull(HolidayTable.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            var days = new HashMap<Holiday, Map<Integer, List<LocalDate>>>();
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> add(line, days));
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Map<Holiday, Map<Integer, List<LocalDate>>> days) {
        var fields = line.split(" ", 2);
        var day = LocalDate.parse(fields[1]);
        days.computeIfAbsent(Holiday.parse(fields[0]).orElseThrow(), holiday -> new HashMap<>())
                .computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                .add(day);
    }
}
