package dev.brandingbot.state;

import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import java.util.Optional;

/** How an event's dates are written in a field: {@code July 10 to July 16}, or {@code fallback}. */
final class DatesField {
    private static final String FALLBACK = "fallback";

    private DatesField() {}

    static String write(Optional<EventDates> dates) {
        return dates.map(EventDates::asText).orElse(FALLBACK);
    }

    /** The event at {@code path} with the dates in the field; nothing when the field can't be read. */
    static Optional<EventSummary> read(String path, String text) {
        return text.equals(FALLBACK)
                ? Optional.of(new EventSummary(path, Optional.empty()))
                : EventDates.parse(text).map(dates -> new EventSummary(path, Optional.of(dates)));
    }
}
