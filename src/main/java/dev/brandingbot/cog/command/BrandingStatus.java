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
 * Everything that {@code /branding status} shows.
 *
 * @param now the current time
 * @param applied the recorded branding
 * @param history the history, newest first
 * @param schedule the events and overrides
 * @param daemon the status of the daemon
 * @param problems everything that is wrong or missing
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
     * The events and overrides.
     *
     * @param events the events of the last complete fetch
     * @param overrides the overrides of moderators
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
     * Everything that is wrong or missing.
     *
     * @param lastCheck the result of the last check of any instance
     * @param snapshot the last complete fetch of the repository
     * @param manualChanges the kinds whose image was changed manually
     * @param missingRequirements the permissions, channels, roles and features that are missing
     * @param rateLimit the rate limit of GitHub, if known
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

    /** Returns when the active event was applied; empty if the history does not reach back that far. */
    Optional<Instant> activeSince() {
        return applied.event()
                .flatMap(event -> history.stream()
                        .filter(entry -> ASSETS.contains(entry.action()))
                        .takeWhile(entry -> entry.event().equals(Optional.of(event.path())))
                        .filter(entry -> entry.reason().equals(Optional.of(ApplyReason.EVENT)))
                        .reduce((later, earlier) -> earlier)
                        .map(HistoryEntry::at));
    }
}
