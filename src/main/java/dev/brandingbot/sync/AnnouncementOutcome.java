package dev.brandingbot.sync;

import java.util.Optional;

/** What became of the announcement of an event. */
public sealed interface AnnouncementOutcome {
    /** The outcome as a sentence for moderators, where there is something to say. */
    Optional<String> text();

    /** The same where it is still to be sent. */
    default Optional<String> pending() {
        return this instanceof Waiting || this instanceof Failed ? text() : Optional.empty();
    }

    /** It was sent. */
    record Sent() implements AnnouncementOutcome {
        @Override
        public Optional<String> text() {
            return Optional.of("The event was announced.");
        }
    }

    /** There was nothing to announce. */
    record NotDue() implements AnnouncementOutcome {
        @Override
        public Optional<String> text() {
            return Optional.empty();
        }
    }

    /**
     * It waits until the event's assets are on.
     */
    record Waiting() implements AnnouncementOutcome {
        @Override
        public Optional<String> text() {
            return Optional.of("The event will be announced once its images are applied.");
        }
    }

    /**
     * It could not be sent; the next check tries again.
     *
     * @param reason what happened and what to do
     */
    record Failed(String reason) implements AnnouncementOutcome {
        @Override
        public Optional<String> text() {
            return Optional.of("The announcement failed; the bot will retry. " + reason);
        }
    }
}
