package dev.brandingbot.repository;

import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.Event;
import java.util.List;
import java.util.Set;

/**
 * A whole look at the branding repository.
 *
 * @param events the events that can be shown, by path
 * @param broken the paths of the events that are there but left out because of an error
 * @param findings what is wrong, errors first, then by path
 */
public record Snapshot(List<Event> events, Set<String> broken, List<Finding> findings) {
    public Snapshot {
        events = List.copyOf(events);
        broken = Set.copyOf(broken);
        findings = List.copyOf(findings);
    }

    /** Which of the events is on when. */
    public Calendar<Event> calendar() {
        return new Calendar<>(events);
    }

    /** Whether there is an event at {@code path}, be it broken. */
    public boolean contains(String path) {
        return broken.contains(path) || calendar().event(path).isPresent();
    }
}
