package dev.brandingbot.cog.modlog;

/** The part of a check that finds a problem. A source is checked completely or not at all. */
public enum AlertSource {
    /** Whether the repository can be fetched. */
    REPOSITORY,
    /** The findings in the repository. */
    FINDINGS,
    /** Whether the assets and the announcement of the active event could be applied and sent. */
    ASSETS,
    /** The requirements of the guild. */
    GUILD,
    /** The scheduled events at Discord. */
    SCHEDULED_EVENTS,
    /** Whether Redis can be used. */
    REDIS
}
