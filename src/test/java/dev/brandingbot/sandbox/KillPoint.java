package dev.brandingbot.sandbox;

/**
 * A point at which a bot is killed.
 *
 * @param step the kind of step
 * @param number the number of the step, starting at 1; for {@link Step#MOMENT} the milliseconds after the start
 */
record KillPoint(Step step, int number) {
    /** A point that is never reached. */
    static final KillPoint NEVER = new KillPoint(Step.MOMENT, Integer.MAX_VALUE);

    /** The externally visible steps of a bot. */
    enum Step {
        /** A read-only request reached GitHub or Discord and is not processed. */
        BEFORE_QUESTION,
        /** A request that changes the guild or posts a message reached Discord and is not processed. */
        BEFORE_CHANGE,
        /** Discord changed the guild or posted a message, but has not responded. */
        AFTER_CHANGE,
        /** A command was sent to Redis and does not arrive. */
        BEFORE_COMMAND,
        /** Redis executed a command, and its response does not arrive. */
        AFTER_COMMAND,
        /** A time after the start. */
        MOMENT
    }

    @Override
    public String toString() {
        return step + " " + number;
    }
}
