package dev.brandingbot.sync.guild;

import dev.brandingbot.event.UpcomingEvent;
import dev.brandingbot.event.date.DateRange;
import dev.brandingbot.state.ActiveEvent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The announcement of an event that started.
 *
 * @param event the active event
 * @param days the current occurrence of the event
 * @param nextChange the day on which another event becomes active, if any
 * @param next the next dated event, if any
 * @param assets the applied assets of the event
 */
public record Announcement(
        ActiveEvent event,
        DateRange days,
        Optional<LocalDate> nextChange,
        Optional<UpcomingEvent> next,
        List<AnnouncedAsset> assets) {
    /** The maximum length that Discord accepts. */
    private static final int NONCE_LENGTH = 25;

    public Announcement {
        assets = List.copyOf(assets);
    }

    /** The nonce of the message: equal for every attempt, so that Discord drops a duplicate. */
    public String nonce() {
        var seed = (days.first() + " " + event.path()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().replace("-", "").substring(0, NONCE_LENGTH);
    }
}
