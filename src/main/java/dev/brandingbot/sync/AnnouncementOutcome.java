package dev.brandingbot.sync;

import java.util.Optional;

/** The outcome of announcing an event. */
public sealed interface AnnouncementOutcome {
    /** The outcome as a sentence for moderators; empty if there is nothing to report. */
    Optional<String> text();

    /** The outcome as a sentence if the announcement still has to be sent; empty otherwise. */
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

    /** The announcement waits until the event's assets are applied. */
    record Waiting() implements AnnouncementOutcome {
        @Override
        public Optional<String> text() {
            return Optional.of("The event will be announced once its images are applied.");
        }
    }

    /**
     * The announcement could not be sent; the next check retries it.
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
