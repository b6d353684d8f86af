package dev.brandingbot.repository;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.Calendar;
import dev.brandingbot.event.Event;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.AssetCheck;
import dev.brandingbot.repository.validation.EventFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The branding repository as one complete fetch found it.
 *
 * @param events the events that can be shown, by path
 * @param invalid the events that are there but left out because of an error
 * @param findings what is wrong, errors first, then by path
 */
public record Snapshot(List<Event> events, List<EventFacts> invalid, List<Finding> findings) {
    public Snapshot {
        events = List.copyOf(events);
        invalid = List.copyOf(invalid);
        findings = List.copyOf(findings);
    }

    /** Which of the events is active when. */
    public Calendar<Event> calendar() {
        return new Calendar<>(events);
    }

    /** The paths of the events that are left out because of an error. */
    public Set<String> broken() {
        return invalid.stream().map(EventFacts::path).collect(toSet());
    }

    /** Every event, those that are left out too, by path. */
    public List<EventFacts> all() {
        return Stream.concat(events.stream().map(EventFacts::of), invalid.stream())
                .sorted(comparing(EventFacts::path))
                .toList();
    }

    /** The event at {@code path}, even if it is left out. */
    public Optional<EventFacts> event(String path) {
        return all().stream().filter(event -> event.path().equals(path)).findFirst();
    }

    /** Whether there is an event at {@code path}, even if it is left out. */
    public boolean contains(String path) {
        return event(path).isPresent();
    }

    /**
     * This snapshot without an event of which no asset of one kind can be used.
     *
     * @param refusals what is wrong with each of these assets
     */
    public Snapshot without(Event event, AssetKind kind, List<Finding> refusals) {
        var others = events.stream().filter(other -> !other.equals(event)).toList();
        var left =
                Stream.concat(invalid.stream(), Stream.of(EventFacts.of(event).asInvalid()));
        var known = Stream.of(
                        findings.stream(), refusals.stream(), Stream.of(AssetCheck.noneUsable(event.path(), kind)))
                .flatMap(all -> all)
                .distinct();
        return new Snapshot(others, left.toList(), Finding.sorted(known.toList()));
    }
}
