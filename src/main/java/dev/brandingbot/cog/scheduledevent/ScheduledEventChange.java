package dev.brandingbot.cog.scheduledevent;

/** A change that brings the scheduled events up to date. */
sealed interface ScheduledEventChange {
    /** The key of the event. */
    OccurrenceKey key();

    /** Identifies the change: equal for the same change in two plans. */
    default String label() {
        return getClass().getSimpleName() + " " + key().text();
    }

    /** Create an event. */
    record Create(DesiredEvent wanted) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Update an event of the bot, which may have been published for the other days of {@code known}. */
    record Change(OccurrenceKey known, DesiredEvent wanted, PublishedEvent published) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Change the cover of an event of the bot, because its banners changed. */
    record SetCover(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Delete an event of the bot. */
    record Remove(OccurrenceKey known, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }

    /** Delete an event that was created twice, because a request was retried after its answer was lost. */
    record DeleteDuplicate(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Record an event that the bot created just before a crash. */
    record Adopt(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Record that a user deleted an event of the bot. */
    record MarkDeleted(OccurrenceKey known) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }

    /** Remove an event from the registry. */
    record Forget(OccurrenceKey known) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }
}
