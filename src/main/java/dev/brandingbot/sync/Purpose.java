package dev.brandingbot.sync;

/** Why the guild is synchronised. */
enum Purpose {
    /** To go on: what is on is left alone where it is right. */
    STEP,
    /** To go on, when what is on may not be what is remembered: what would be left alone is uploaded once more. */
    REPAIR,
    /** To undo a change by hand: what is on is uploaded once more, and no rotation goes on. */
    RESTORE
}
