package dev.brandingbot.sandbox;

/**
 * Where a bot is killed.
 *
 * @param step before or after which kind of step
 * @param number which of them, counted from one; for {@link Step#MOMENT} how many milliseconds after the start
 */
record KillPoint(Step step, int number) {
    /** It is never reached. */
    static final KillPoint NEVER = new KillPoint(Step.MOMENT, Integer.MAX_VALUE);

    /** What a bot does that others can see. */
    enum Step {
        /** A request that only asks reached GitHub or Discord and is not served. */
        BEFORE_QUESTION,
        /** A request that changes the guild or posts a message reached Discord and is not served. */
        BEFORE_CHANGE,
        /** Discord changed the guild or posted a message, and did not answer yet. */
        AFTER_CHANGE,
        /** A command to Redis was sent and does not arrive. */
        BEFORE_COMMAND,
        /** Redis served a command, and its answer does not arrive. */
        AFTER_COMMAND,
        /** Time passes. */
        MOMENT
    }

    @Override
    public String toString() {
        return step + " " + number;
    }
}
