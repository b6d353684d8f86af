package dev.brandingbot.cog.modlog;

import java.time.Instant;

/**
 * What is remembered of trouble.
 *
 * @param alert what it is
 * @param since when it was first seen
 * @param state whether moderators know
 */
record AlertState(Alert alert, Instant since, Status state) {
    /** What moderators know. */
    enum Status {
        /** It was not told yet. */
        UNTOLD,
        /** It was told. */
        TOLD,
        /** It was told, and is well again, which was not told yet. */
        WELL
    }

    static AlertState of(Alert trouble, Instant now) {
        return new AlertState(trouble, now, Status.UNTOLD);
    }

    /** This, seen again, maybe in other words. */
    AlertState seenAgain(Alert seen) {
        return new AlertState(seen, since, state == Status.WELL ? Status.TOLD : state);
    }

    AlertState withStatus(Status newState) {
        return new AlertState(alert, since, newState);
    }
}
