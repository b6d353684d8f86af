package dev.brandingbot.cog.command;

import dev.brandingbot.cog.daemon.DaemonStatus;
import dev.brandingbot.cog.discord.MissingRequirement;
import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.state.AppliedBranding;
import dev.brandingbot.state.ApplyReason;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.LastCheck;
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
record BrandingStatus(
        Instant now,
        AppliedBranding remembered,
        List<HistoryEntry> past,
        Schedule plan,
        DaemonStatus daemon,
        Problems trouble) {
    private static final Set<HistoryAction> ASSETS = Set.of(HistoryAction.BANNER, HistoryAction.ICON);

    BrandingStatus {
        past = List.copyOf(past);
    }

    /**
     * What comes.
     *
     * @param events the events of the last whole look
     * @param adjustments what moderators adjusted
     */
    record Schedule(List<EventSummary> events, CalendarOverrides adjustments) {
        Schedule {
            events = List.copyOf(events);
        }

        EventCalendar<EventSummary> calendar() {
            return new EventCalendar<>(events).withOverrides(adjustments);
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
    record Problems(
            Optional<LastCheck> look,
            Optional<Snapshot> repository,
            Set<AssetKind> byHand,
            List<MissingRequirement> missing,
            Optional<RateLimitStatus> requestsLeft) {
        Problems {
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
                        .filter(entry -> ASSETS.contains(entry.action()))
                        .takeWhile(entry -> entry.event().equals(Optional.of(event.path())))
                        .filter(entry -> entry.reason().equals(Optional.of(ApplyReason.EVENT)))
                        .reduce((later, earlier) -> earlier)
                        .map(HistoryEntry::at));
    }
}
