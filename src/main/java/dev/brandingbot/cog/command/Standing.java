package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.event.Adjustments;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.CalendarEntry;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RequestsLeft;
import dev.brandingbot.state.Deed;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.LastLook;
import dev.brandingbot.state.Reason;
import dev.brandingbot.state.Remembered;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands with the branding, for a moderator who wants to know all.
 *
 * @param now when
 * @param remembered what is on
 * @param past what was done, the last first
 * @param plan what comes
 * @param daemon what the daemon is about
 * @param trouble what stands in the way
 */
record Standing(
        Instant now, Remembered remembered, List<HistoryEntry> past, Plan plan, DaemonStatus daemon, Trouble trouble) {
    private static final Set<Deed> ASSETS = Set.of(Deed.BANNER, Deed.ICON);

    Standing {
        past = List.copyOf(past);
    }

    /**
     * What comes.
     *
     * @param events the events of the last whole look
     * @param adjustments what moderators adjusted
     */
    record Plan(List<CalendarEntry> events, Adjustments adjustments) {
        Plan {
            events = List.copyOf(events);
        }

        Calendar<CalendarEntry> calendar() {
            return new Calendar<>(events).with(adjustments);
        }
    }

    /**
     * What stands in the way.
     *
     * @param look what the last look came to, whichever copy of the bot made it
     * @param repository what the last whole look found
     * @param byHand of which kinds something is on that the bot did not put on
     * @param missing what the guild lacks
     * @param requestsLeft how many requests GitHub takes yet
     */
    record Trouble(
            Optional<LastLook> look,
            Optional<Snapshot> repository,
            Set<AssetKind> byHand,
            List<MissingRequirement> missing,
            Optional<RequestsLeft> requestsLeft) {
        Trouble {
            byHand = Set.copyOf(byHand);
            missing = List.copyOf(missing);
        }
    }

    /** The day, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Since when the event that is on is on, where the history still tells. */
    Optional<Instant> since() {
        return remembered
                .event()
                .flatMap(event -> past.stream()
                        .filter(entry -> ASSETS.contains(entry.deed()))
                        .takeWhile(entry -> entry.event().equals(Optional.of(event.path())))
                        .filter(entry -> entry.reason().equals(Optional.of(Reason.EVENT)))
                        .reduce((later, earlier) -> earlier)
                        .map(HistoryEntry::at));
    }
}
