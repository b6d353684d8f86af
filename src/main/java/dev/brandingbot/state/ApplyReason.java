package dev.brandingbot.state;

/** Why an asset was applied. The names of the constants are stored in Redis, so they never change. */
public enum ApplyReason {
    /** The event became active. */
    EVENT,
    /** The rotation reached it. */
    ROTATION,
    /** The event's assets were changed in the repository. */
    EDIT,
    /** It was applied again: a manual change was undone, or an earlier upload was uncertain. */
    REPAIR,
    /** A moderator requested it. */
    WISH
}
