package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import java.util.Optional;

/** Where a picture gets the images of events from. It asks for each image once, one after the other, and keeps none. */
@FunctionalInterface
public interface EventImageSource {
    /**
     * A banner or an icon of the event.
     *
     * @return the file's bytes, be they what they may; nothing when they are not to be had
     */
    Optional<byte[]> bytes(CalendarItem event, AssetKind kind);
}
