package dev.brandingbot.state;

import dev.brandingbot.event.EventMetadata;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.event.date.EventDates;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an event's dates and priority are stored: {@code July 10 to July 16}, or {@code fallback}; and a whole number. */
final class DatesField {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private static final String FALLBACK = "fallback";

    private DatesField() {}

    static String write(Optional<EventDates> dates) {
        return dates.map(EventDates::asText).orElse(FALLBACK);
    }

    /** Returns the event at {@code path} with the dates in the field; empty if they can't be read. */
    static Optional<EventSummary> read(String path, String text) {
        return text.equals(FALLBACK)
                ? Optional.of(new EventSummary(path, Optional.empty()))
                : EventDates.parse(text).map(dates -> new EventSummary(path, Optional.of(dates)));
    }

    /** Returns the priority in a field, or the default one if there is none that can be read. */
    static int readPriority(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : EventMetadata.DEFAULT_PRIORITY;
    }
}
