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
 * @param applied what is on
 * @param history what was done, the last first
 * @param schedule what comes
 * @param daemon what the daemon is about
 * @param problems what stands in the way
 */
record BrandingStatus(
        Instant now,
        AppliedBranding applied,
        List<HistoryEntry> history,
        Schedule schedule,
        DaemonStatus daemon,
        Problems problems) {
    private static final Set<HistoryAction> ASSETS = Set.of(HistoryAction.BANNER, HistoryAction.ICON);

    BrandingStatus {
        history = List.copyOf(history);
    }

    /**
     * What comes.
     *
     * @param events the events of the last whole look
     * @param overrides what moderators adjusted
     */
    record Schedule(List<EventSummary> events, CalendarOverrides overrides) {
        Schedule {
            events = List.copyOf(events);
        }

        EventCalendar<EventSummary> calendar() {
            return new EventCalendar<>(events).withOverrides(overrides);
        }
    }

    /**
     * What stands in the way.
     *
     * @param lastCheck what the last look came to, whichever copy of the bot made it
     * @param snapshot what the last whole look found
     * @param manualChanges of which kinds something is on that the bot did not put on
     * @param missingRequirements what the guild lacks
     * @param rateLimit how many requests GitHub takes yet
     */
    record Problems(
            Optional<LastCheck> lastCheck,
            Optional<Snapshot> snapshot,
            Set<AssetKind> manualChanges,
            List<MissingRequirement> missingRequirements,
            Optional<RateLimitStatus> rateLimit) {
        Problems {
            manualChanges = Set.copyOf(manualChanges);
            missingRequirements = List.copyOf(missingRequirements);
        }
    }

    /** The day, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Since when the event that is on is on, where the history still tells. */
    Optional<Instant> since() {
        return applied.event()
                .flatMap(event -> history.stream()
                        .filter(entry -> ASSETS.contains(entry.action()))
                        .takeWhile(entry -> entry.event().equals(Optional.of(event.path())))
                        .filter(entry -> entry.reason().equals(Optional.of(ApplyReason.EVENT)))
                        .reduce((later, earlier) -> earlier)
                        .map(HistoryEntry::at));
    }
}
