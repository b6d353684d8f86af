package dev.brandingbot.state;

import dev.brandingbot.event.AssetKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything remembered of a guild's branding at one moment.
 *
 * @param event the event that is on
 * @param banner what is on as the banner
 * @param icon what is on as the icon
 * @param announceSince the day on which the event that is on was entered, while its announcement is still to be sent
 * @param announced for each event the day on which it was last entered with an announcement that was sent
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

    /** What is on of one kind. */
    public AppliedAsset asset(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banner;
            case ICON -> icon;
        };
    }

    /** This with another event, or with the same one renewed. */
    public AppliedBranding withEvent(ActiveEvent newEvent) {
        return new AppliedBranding(Optional.of(newEvent), banner, icon, announceSince, announced);
    }

    /** This with something else on as the banner or icon. */
    public AppliedBranding withAsset(AssetKind kind, AppliedAsset slot) {
        return switch (kind) {
            case BANNER -> new AppliedBranding(event, slot, icon, announceSince, announced);
            case ICON -> new AppliedBranding(event, banner, slot, announceSince, announced);
        };
    }

    /** This with an announcement still to be sent for an event entered on {@code since}, or with none. */
    public AppliedBranding withAnnouncement(Optional<LocalDate> since) {
        return new AppliedBranding(event, banner, icon, since, announced);
    }

    /** This once the event at {@code previousPath} is called {@code renamed}. */
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

    /** This once the announcement of the event at {@code path}, entered on {@code since}, was sent. */
    public AppliedBranding announced(String path, LocalDate since) {
        var sent = new HashMap<>(announced);
        sent.values().removeIf(day -> day.isBefore(since.minusYears(1)));
        sent.put(path, since);
        return new AppliedBranding(event, banner, icon, Optional.empty(), sent);
    }
}
