package dev.brandingbot.state;

/** Why an asset was put on. The names are written to Redis: they stay as they are. */
public enum ApplyReason {
    /** Its event began. */
    EVENT,
    /** It was its turn in the rotation. */
    ROTATION,
    /** The event's assets were changed in the repository. */
    EDIT,
    /** It should have been on already, and was put on once more. */
    REPAIR,
    /** A moderator asked for another asset. */
    WISH
}
