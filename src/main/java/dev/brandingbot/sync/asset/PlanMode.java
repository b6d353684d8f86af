package dev.brandingbot.sync.asset;

/** Why the guild is synchronised. */
public enum PlanMode {
    /** To go on: what is on is left alone where it is right. */
    NORMAL,
    /** To go on, when what is on may not be what is remembered: what would be left alone is uploaded once more. */
    REPAIR,
    /** To go on, when what is on may be on in the wrong form: it is put on again in the right one, and no turn is counted. */
    CHANGE_VARIANT,
    /** To undo a change by hand: what is on is uploaded once more, and no rotation goes on. */
    RESYNC
}
