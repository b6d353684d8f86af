package dev.brandingbot.cog.modlog;

/** Where trouble comes from: what was looked at together is well together. */
public enum AlertSource {
    /** Whether the repository can be looked at. */
    REPOSITORY,
    /** What is wrong in the repository. */
    FINDINGS,
    /** Whether what should be on could be put on and announced. */
    ASSETS,
    /** What the guild allows. */
    GUILD,
    /** The scheduled events at Discord. */
    SCHEDULED_EVENTS,
    /** Whether Redis can be used. */
    REDIS
}
