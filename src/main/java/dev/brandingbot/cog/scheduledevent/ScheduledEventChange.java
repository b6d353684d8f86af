package dev.brandingbot.cog.scheduledevent;

/** One step towards the scheduled events that should be there. */
sealed interface ScheduledEventChange {
    /** Which event it is about. */
    OccurrenceKey key();

    /** Names the step: equal for the same step of two plans. */
    default String label() {
        return getClass().getSimpleName() + " " + key().text();
    }

    /** Make an event. */
    record Create(DesiredEvent wanted) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Change an event of ours, which may have been that of other days: of {@code known}. */
    record Change(OccurrenceKey known, DesiredEvent wanted, PublishedEvent published) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Give an event of ours another cover: its banners are others now. */
    record SetCover(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Remove an event of ours. */
    record Remove(OccurrenceKey known, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }

    /** Remove an event of ours that was made twice: a request was sent again when its answer got lost. */
    record DeleteDuplicate(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Remember an event that is ours, and was made just before a crash. */
    record Adopt(DesiredEvent wanted, long id) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return wanted.key();
        }
    }

    /** Remember that somebody took an event of ours away. */
    record MarkDeleted(OccurrenceKey known) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }

    /** Remember an event no longer. */
    record Forget(OccurrenceKey known) implements ScheduledEventChange {
        @Override
        public OccurrenceKey key() {
            return known;
        }
    }
}
