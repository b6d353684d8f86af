package dev.brandingbot.cog.modlog;

import java.time.Instant;

/**
 * The recorded state of an alert.
 *
 * @param alert the alert
 * @param since when the problem was first found
 * @param state whether moderators were notified
 */
record AlertState(Alert alert, Instant since, Status state) {
    /** Whether moderators were notified. */
    enum Status {
        /** The alert was not sent yet. */
        UNTOLD,
        /** The alert was sent. */
        TOLD,
        /** The alert was sent, and its resolution was not sent yet. */
        WELL
    }

    static AlertState of(Alert alert, Instant now) {
        return new AlertState(alert, now, Status.UNTOLD);
    }

    /** Returns the state after the problem was found again, possibly with another text. */
    AlertState seenAgain(Alert seen) {
        return new AlertState(seen, since, state == Status.WELL ? Status.TOLD : state);
    }

    AlertState withStatus(Status newState) {
        return new AlertState(alert, since, newState);
    }
}
