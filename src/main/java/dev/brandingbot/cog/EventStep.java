package dev.brandingbot.cog;

/** One step towards the scheduled events that should be there. */
sealed interface EventStep {
    /** Make an event. */
    record Create(WantedEvent wanted) implements EventStep {}

    /** Change an event of ours, which may have been that of other days: of {@code known}. */
    record Change(EventKey known, WantedEvent wanted, PublishedEvent published) implements EventStep {}

    /** Give an event of ours another cover: its banners are others now. */
    record Cover(WantedEvent wanted, long id) implements EventStep {}

    /** Remove an event of ours. */
    record Remove(EventKey known, long id) implements EventStep {}

    /** Remove an event of ours that was made twice: a request was sent again when its answer got lost. */
    record RemoveTwin(WantedEvent wanted, long id) implements EventStep {}

    /** Remember an event that is ours, and was made just before a crash. */
    record Adopt(WantedEvent wanted, long id) implements EventStep {}

    /** Remember that somebody took an event of ours away. */
    record NoteTakenAway(EventKey known) implements EventStep {}

    /** Remember an event no longer. */
    record Forget(EventKey known) implements EventStep {}
}
