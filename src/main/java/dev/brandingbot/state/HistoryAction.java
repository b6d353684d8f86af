package dev.brandingbot.state;

import dev.brandingbot.event.AssetKind;

/** What was done, as the history tells it. The names are written to Redis: they stay as they are. */
public enum HistoryAction {
    /** A banner was put on. */
    BANNER,
    /** An icon was put on. */
    ICON,
    /** An event was pinned. */
    PIN,
    /** The pin of an event was ended. */
    UNPIN,
    /** An event is left out once. */
    SKIP,
    /** An event is no longer left out. */
    UNSKIP,
    /** The daemon was switched on. */
    DAEMON_ON,
    /** The daemon was switched off. */
    DAEMON_OFF;

    /** An asset of this kind was put on. */
    public static HistoryAction of(AssetKind kind) {
        return switch (kind) {
            case BANNER -> BANNER;
            case ICON -> ICON;
        };
    }
}
