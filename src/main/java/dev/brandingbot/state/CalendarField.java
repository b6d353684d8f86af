package dev.brandingbot.state;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stores an event of the calendar in a field: a line with its dates, and a line for each further setting, such as
 * {@code priority: 2}. A setting that can't be read is ignored.
 */
final class CalendarField {
    private static final String NAME = "name";
    private static final String PRIORITY = "priority";
    private static final String IS = ": ";
    private static final Pattern BREAK = Pattern.compile("[\r\n]");

    private CalendarField() {}

    static String write(EventSummary entry) {
        var lines = new ArrayList<>(List.of(DatesField.write(entry.dates())));
        entry.name().ifPresent(name -> lines.add(NAME + IS + BREAK.matcher(name).replaceAll(" ")));
        if (entry.priority() != EventMetadata.DEFAULT_PRIORITY) {
            lines.add(PRIORITY + IS + entry.priority());
        }
        return String.join("\n", lines);
    }

    /** Returns the event at {@code path}; empty if its dates can't be read. */
    static Optional<EventSummary> read(String path, String text) {
        var lines = text.lines().toList();
        var said = said(lines);
        return lines.stream()
                .findFirst()
                .flatMap(dates -> DatesField.read(path, dates))
                .map(dated -> new EventSummary(
                        path,
                        Optional.ofNullable(said.get(NAME)),
                        dated.dates(),
                        DatesField.readPriority(said.get(PRIORITY))));
    }

    private static Map<String, String> said(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(IS, 2))
                .filter(parts -> parts.length == 2)
                .collect(toMap(parts -> parts[0], parts -> parts[1], (first, second) -> first));
    }
}
