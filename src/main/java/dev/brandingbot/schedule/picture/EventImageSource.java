package dev.brandingbot.schedule.picture;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarItem;
import java.util.Optional;

/** Provides the images of events for a picture. Each image is requested once, sequentially. */
@FunctionalInterface
public interface EventImageSource {
    /**
     * A Returns a banner or icon of the event.
     *
     * @return the unchecked bytes of the file; empty if unavailable
     */
    Optional<byte[]> bytes(CalendarItem event, AssetKind kind);
}
