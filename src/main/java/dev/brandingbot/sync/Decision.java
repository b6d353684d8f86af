package dev.brandingbot.sync;

import dev.brandingbot.event.Event;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.CurrentEvent;
import dev.brandingbot.state.Remembered;
import java.time.LocalDate;

/** Which event should be on. */
sealed interface Decision {
    /**
     * This one.
     *
     * @param event the event
     */
    record Show(Event event) implements Decision {}

    /**
     * What is on stays, whatever it is.
     *
     * @param finding why, and how to mend it
     */
    record Keep(Finding finding) implements Decision {}

    /** Decides by a whole look at the repository and by what is on. */
    static Decision of(Snapshot snapshot, Remembered remembered, LocalDate today) {
        var calendar = snapshot.calendar();
        var broken = remembered.event().filter(event -> isBrokenMidway(event, snapshot, today));
        return calendar.datedOn(today)
                .<Decision>map(Show::new)
                .or(() -> broken.map(event -> new Keep(brokenMidway(event))))
                .or(() -> calendar.fallback().map(Show::new))
                .orElseGet(() -> new Keep(Finding.warning(
                        "nothing-on",
                        "events",
                        "No event is on at %s and no event is marked `fallback: true`. Add one that is."
                                .formatted(today))));
    }

    /** An event that broke while it was on stays on until the last day that is known of it. */
    private static boolean isBrokenMidway(CurrentEvent event, Snapshot snapshot, LocalDate today) {
        return snapshot.broken().contains(event.path())
                && event.dates().flatMap(dates -> dates.covering(today)).isPresent();
    }

    private static Finding brokenMidway(CurrentEvent event) {
        return Finding.warning(
                "broken-while-on",
                event.path(),
                "This event is on, and was broken since: it stays as it is until its last known day. Mend the errors reported for it.");
    }
}
