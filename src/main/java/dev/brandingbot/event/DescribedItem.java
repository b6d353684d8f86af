package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.Optional;

/** Something dated that knows all that an event says of itself. */
public interface DescribedItem extends CalendarItem {
    /** What the event says of itself. */
    EventMetadata meta();

    @Override
    default Optional<String> name() {
        return meta().name();
    }

    @Override
    default Optional<EventDates> dates() {
        return meta().dates();
    }

    @Override
    default int priority() {
        return meta().priority();
    }
}
