package dev.brandingbot.state;

import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.Pin;
import dev.brandingbot.event.Skip;
import dev.brandingbot.event.date.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stores {@link CalendarOverrides} in the fields of the hash {@code …:adjustments}: three for the pin, and one for each skipped event.
 * A field that can't be read is ignored.
 */
final class OverrideFields {
    private static final String PIN_EVENT = "pin_event";
    private static final String PIN_SINCE = "pin_since";
    private static final String PIN_UNTIL = "pin_until";
    private static final String SKIP = "skip:";
    private static final String TO = " to ";

    private OverrideFields() {}

    static Map<String, String> write(CalendarOverrides adjustments) {
        var fields = new HashMap<String, String>();
        adjustments.pin().ifPresent(pin -> {
            fields.put(PIN_EVENT, pin.path());
            fields.put(PIN_SINCE, pin.since().toString());
            pin.until().ifPresent(day -> fields.put(PIN_UNTIL, day.toString()));
        });
        adjustments.skips().forEach(skip -> fields.put(SKIP + skip.path(), inWords(skip.days())));
        return fields;
    }

    static CalendarOverrides read(Map<String, String> fields) {
        return new CalendarOverrides(
                pin(fields),
                fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(SKIP))
                        .flatMap(field ->
                                days(field.getValue())
                                        .map(days -> new Skip(field.getKey().substring(SKIP.length()), days))
                                        .stream())
                        .toList());
    }

    /** A pin whose last day can't be read is ignored, because it would never end. */
    private static Optional<Pin> pin(Map<String, String> fields) {
        var until = Optional.ofNullable(fields.get(PIN_UNTIL));
        var last = until.flatMap(OverrideFields::day);
        return until.isPresent() && last.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(fields.get(PIN_EVENT))
                        .flatMap(path -> Optional.ofNullable(fields.get(PIN_SINCE))
                                .flatMap(OverrideFields::day)
                                .map(since -> new Pin(path, since, last)));
    }

    private static String inWords(DateRange days) {
        return days.first() + TO + days.last();
    }

    private static Optional<DateRange> days(String text) {
        var parts = text.split(TO, 2);
        return parts.length < 2
                ? Optional.empty()
                : day(parts[0])
                        .flatMap(first -> day(parts[1])
                                .filter(last -> !last.isBefore(first))
                                .map(last -> new DateRange(first, last)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
