package dev.brandingbot.event;

import dev.brandingbot.event.date.EventDates;
import java.util.Optional;

/** A calendar item with the event's full metadata. */
public interface DescribedItem extends CalendarItem {
    /** Returns the event's metadata. */
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
