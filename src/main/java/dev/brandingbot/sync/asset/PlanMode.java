package dev.brandingbot.sync.asset;

/** Why the guild is synchronized. */
public enum PlanMode {
    /** A regular check: assets that are applied already are left alone. */
    NORMAL,
    /** The applied images may differ from the recorded ones, so they are uploaded again. */
    REPAIR,
    /** The active asset may have the wrong variant, so it is applied again in the right one. This does not count as a use. */
    CHANGE_VARIANT,
    /** Undo manual changes: the active assets are uploaded again, and nothing rotates. */
    RESYNC
}
