package dev.brandingbot.sync;

import java.util.Optional;

/**
 * Finds the event that should be active, and prepares its assets. An event of which no icon, or no banner, turns out to be usable
 * is left out, and the calendar decides among the others. Changes nothing.
 *
 * @param context what it works with
 * @param input how things are
 */
record EventSelection(SyncContext context, SyncInput input) {
    /**
     * What was found.
     *
     * @param candidates what the repository says, without the events that were left out
     * @param decision which event should be active
     * @param applier that event, prepared; empty if the decision is not to show one, or if {@code problem} is there
     * @param problem why the event can't fulfill the request of the task
     */
    record Selected(
            EventCandidates candidates,
            EventDecision decision,
            Optional<EventApplier> applier,
            Optional<String> problem) {}

    Selected select(EventCandidates whole) {
        var outlook = whole;
        while (true) {
            var decision = EventDecision.of(outlook, input.applied(), input.today());
            if (!(decision instanceof EventDecision.Show show)) {
                return new Selected(outlook, decision, Optional.empty(), Optional.empty());
            }
            var event = show.event();
            var problem = input.request().assetRequest().flatMap(wish -> wish.problem(event));
            if (problem.isPresent()) {
                return new Selected(outlook, decision, Optional.empty(), problem);
            }
            var showing = new EventApplier(context, input, new EventTransition(event, input.today()), outlook);
            var unusable = showing.prepare();
            if (unusable.isEmpty()) {
                return new Selected(outlook, decision, Optional.of(showing), Optional.empty());
            }
            outlook = outlook.without(event, unusable.get());
        }
    }
}
