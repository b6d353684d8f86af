package dev.brandingbot.state;

import dev.brandingbot.event.AssetKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The branding of a server as it is recorded: what Discord confirmed.
 *
 * @param event the active event
 * @param banner the applied banner
 * @param icon the applied icon
 * @param announceSince the day on which the active event became active, as long as its announcement was not sent
 * @param announced by event path, the last day on which the event became active and was announced
 */
public record AppliedBranding(
        Optional<ActiveEvent> event,
        AppliedAsset banner,
        AppliedAsset icon,
        Optional<LocalDate> announceSince,
        Map<String, LocalDate> announced) {
    /** Nothing was applied yet. */
    public static final AppliedBranding EMPTY =
            new AppliedBranding(Optional.empty(), AppliedAsset.EMPTY, AppliedAsset.EMPTY, Optional.empty(), Map.of());

    public AppliedBranding {
        announced = Map.copyOf(announced);
    }

    /** Returns the applied asset of a kind. */
    public AppliedAsset asset(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banner;
            case ICON -> icon;
        };
    }

    /** Returns a copy with another active event, or a newer version of the same one. */
    public AppliedBranding withEvent(ActiveEvent newEvent) {
        return new AppliedBranding(Optional.of(newEvent), banner, icon, announceSince, announced);
    }

    /** Returns a copy with another banner or icon. */
    public AppliedBranding withAsset(AssetKind kind, AppliedAsset slot) {
        return switch (kind) {
            case BANNER -> new AppliedBranding(event, slot, icon, announceSince, announced);
            case ICON -> new AppliedBranding(event, banner, slot, announceSince, announced);
        };
    }

    /** Returns a copy in which the announcement of an event that became active on {@code since} is due, or none is. */
    public AppliedBranding withAnnouncement(Optional<LocalDate> since) {
        return new AppliedBranding(event, banner, icon, since, announced);
    }

    /** Returns a copy after the event at {@code previousPath} was renamed. */
    public AppliedBranding renamed(String previousPath, ActiveEvent renamed) {
        var moved = new HashMap<>(announced);
        Optional.ofNullable(moved.remove(previousPath)).ifPresent(day -> moved.put(renamed.path(), day));
        return new AppliedBranding(
                Optional.of(renamed),
                banner.renamed(previousPath, renamed.path()),
                icon.renamed(previousPath, renamed.path()),
                announceSince,
                moved);
    }

    /** Returns a copy after the event at {@code path}, active since {@code since}, was announced. */
    public AppliedBranding announced(String path, LocalDate since) {
        var sent = new HashMap<>(announced);
        sent.values().removeIf(day -> day.isBefore(since.minusYears(1)));
        sent.put(path, since);
        return new AppliedBranding(event, banner, icon, Optional.empty(), sent);
    }
}
