package dev.brandingbot.cog.scheduledevent;

/** One step towards the scheduled events that should be there. */
sealed interface EventStep {
    /** Which event it is about. */
    EventKey key();

    /** Names the step: equal for the same step of two plans. */
    default String label() {
        return getClass().getSimpleName() + " " + key().text();
    }

    /** Make an event. */
    record Create(WantedEvent wanted) implements EventStep {
        @Override
        public EventKey key() {
            return wanted.key();
        }
    }

    /** Change an event of ours, which may have been that of other days: of {@code known}. */
    record Change(EventKey known, WantedEvent wanted, PublishedEvent published) implements EventStep {
        @Override
        public EventKey key() {
            return wanted.key();
        }
    }

    /** Give an event of ours another cover: its banners are others now. */
    record Cover(WantedEvent wanted, long id) implements EventStep {
        @Override
        public EventKey key() {
            return wanted.key();
        }
    }

    /** Remove an event of ours. */
    record Remove(EventKey known, long id) implements EventStep {
        @Override
        public EventKey key() {
            return known;
        }
    }

    /** Remove an event of ours that was made twice: a request was sent again when its answer got lost. */
    record RemoveTwin(WantedEvent wanted, long id) implements EventStep {
        @Override
        public EventKey key() {
            return wanted.key();
        }
    }

    /** Remember an event that is ours, and was made just before a crash. */
    record Adopt(WantedEvent wanted, long id) implements EventStep {
        @Override
        public EventKey key() {
            return wanted.key();
        }
    }

    /** Remember that somebody took an event of ours away. */
    record NoteTakenAway(EventKey known) implements EventStep {
        @Override
        public EventKey key() {
            return known;
        }
    }

    /** Remember an event no longer. */
    record Forget(EventKey known) implements EventStep {
        @Override
        public EventKey key() {
            return known;
        }
    }
}
