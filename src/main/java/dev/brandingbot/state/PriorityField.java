package dev.brandingbot.state;

import dev.brandingbot.event.EventMetadata;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an event's priority is written in a field: as a whole number. */
final class PriorityField {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private PriorityField() {}

    /** The priority in the field, or the usual one when there is none that can be read. */
    static int read(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : EventMetadata.DEFAULT_PRIORITY;
    }
}
