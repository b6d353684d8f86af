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
public record Remembered(
        Optional<CurrentEvent> event,
        Slot banner,
        Slot icon,
        Optional<LocalDate> announceSince,
        Map<String, LocalDate> announced) {
    /** Nothing was applied yet. */
    public static final Remembered NOTHING =
            new Remembered(Optional.empty(), Slot.EMPTY, Slot.EMPTY, Optional.empty(), Map.of());

    public Remembered {
        announced = Map.copyOf(announced);
    }

    /** What is on of one kind. */
    public Slot slot(AssetKind kind) {
        return switch (kind) {
            case BANNER -> banner;
            case ICON -> icon;
        };
    }

    /** This with another event, or with the same one renewed. */
    public Remembered withEvent(CurrentEvent newEvent) {
        return new Remembered(Optional.of(newEvent), banner, icon, announceSince, announced);
    }

    /** This with something else on as the banner or icon. */
    public Remembered withSlot(AssetKind kind, Slot slot) {
        return switch (kind) {
            case BANNER -> new Remembered(event, slot, icon, announceSince, announced);
            case ICON -> new Remembered(event, banner, slot, announceSince, announced);
        };
    }

    /** This with an announcement still to be sent for an event entered on {@code since}, or with none. */
    public Remembered withAnnouncement(Optional<LocalDate> since) {
        return new Remembered(event, banner, icon, since, announced);
    }

    /** This once the event at {@code previousPath} is called {@code renamed}. */
    public Remembered renamed(String previousPath, CurrentEvent renamed) {
        var moved = new HashMap<>(announced);
        Optional.ofNullable(moved.remove(previousPath)).ifPresent(day -> moved.put(renamed.path(), day));
        return new Remembered(
                Optional.of(renamed),
                banner.renamed(previousPath, renamed.path()),
                icon.renamed(previousPath, renamed.path()),
                announceSince,
                moved);
    }

    /** This once the announcement of the event at {@code path}, entered on {@code since}, was sent. */
    public Remembered announced(String path, LocalDate since) {
        var sent = new HashMap<>(announced);
        sent.values().removeIf(day -> day.isBefore(since.minusYears(1)));
        sent.put(path, since);
        return new Remembered(event, banner, icon, Optional.empty(), sent);
    }
}
