package dev.brandingbot.state;

import dev.brandingbot.event.AssetKind;

/** An action in the history. The names of the constants are stored in Redis, so they never change. */
public enum HistoryAction {
    /** A banner was applied. */
    BANNER,
    /** An icon was applied. */
    ICON,
    /** An event was pinned. */
    PIN,
    /** An event was unpinned. */
    UNPIN,
    /** An event was skipped. */
    SKIP,
    /** The skip of an event was undone. */
    UNSKIP,
    /** The daemon was enabled. */
    DAEMON_ON,
    /** The daemon was disabled. */
    DAEMON_OFF;

    /** Returns the action of applying an asset of a kind. */
    public static HistoryAction of(AssetKind kind) {
        return switch (kind) {
            case BANNER -> BANNER;
            case ICON -> ICON;
        };
    }
}
