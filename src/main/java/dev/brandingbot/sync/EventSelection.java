package dev.brandingbot.sync;

import java.util.Optional;

/**
 * Selects the event that should be active and prepares its assets. An event without a usable icon or banner is left out, and the
 * calendar decides among the others. Changes nothing.
 *
 * @param context what the check works with
 * @param input the state at the start of the check
 */
record EventSelection(SyncContext context, SyncInput input) {
    /**
     * The selected event.
     *
     * @param candidates the events without those that were left out
     * @param decision which event should be active
     * @param applier applies that event; empty if the decision keeps the branding or there is a {@code problem}
     * @param problem why the event can't fulfill the moderator's request
     */
    record Selected(
            EventCandidates candidates,
            EventDecision decision,
            Optional<EventApplier> applier,
            Optional<String> problem) {}

    Selected select(EventCandidates whole) {
        var candidates = whole;
        while (true) {
            var decision = EventDecision.of(candidates, input.applied(), input.today());
            if (!(decision instanceof EventDecision.Show show)) {
                return new Selected(candidates, decision, Optional.empty(), Optional.empty());
            }
            var event = show.event();
            var problem = input.request().assetRequest().flatMap(request -> request.problem(event));
            if (problem.isPresent()) {
                return new Selected(candidates, decision, Optional.empty(), problem);
            }
            var applier = new EventApplier(context, input, new EventTransition(event, input.today()), candidates);
            var unusable = applier.prepare();
            if (unusable.isEmpty()) {
                return new Selected(candidates, decision, Optional.of(applier), Optional.empty());
            }
            candidates = candidates.without(event, unusable.get());
        }
    }
}
