package dev.brandingbot.cog.modlog;

import java.time.Instant;

/**
 * What is remembered of trouble.
 *
 * @param trouble what it is
 * @param since when it was first seen
 * @param state whether moderators know
 */
record TroubleNote(Trouble trouble, Instant since, State state) {
    /** What moderators know. */
    enum State {
        /** It was not told yet. */
        UNTOLD,
        /** It was told. */
        TOLD,
        /** It was told, and is well again, which was not told yet. */
        WELL
    }

    static TroubleNote of(Trouble trouble, Instant now) {
        return new TroubleNote(trouble, now, State.UNTOLD);
    }

    /** This, seen again, maybe in other words. */
    TroubleNote again(Trouble seen) {
        return new TroubleNote(seen, since, state == State.WELL ? State.TOLD : state);
    }

    TroubleNote in(State newState) {
        return new TroubleNote(trouble, since, newState);
    }
}
