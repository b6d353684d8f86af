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
 * What members are told when an event begins.
 *
 * @param event the event that is on now
 * @param days the days on which it is on this time
 * @param nextChange the day on which something else will be on
 * @param next the dated event that comes next
 * @param assets what is on of it
 */
public record Announcement(
        ActiveEvent event,
        DateRange days,
        Optional<LocalDate> nextChange,
        Optional<UpcomingEvent> next,
        List<AnnouncedAsset> assets) {
    /** Discord takes no longer one. */
    private static final int NONCE_LENGTH = 25;

    public Announcement {
        assets = List.copyOf(assets);
    }

    /** The same for every attempt at the same announcement, so that Discord recognises a second one. */
    public String nonce() {
        var seed = (days.first() + " " + event.path()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().replace("-", "").substring(0, NONCE_LENGTH);
    }
}
