package dev.brandingbot.repository;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.BrandingEvent;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.validation.AssetValidator;
import dev.brandingbot.repository.validation.InspectedEvent;
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
public record Snapshot(List<BrandingEvent> events, List<InspectedEvent> invalid, List<Finding> findings) {
    public Snapshot {
        events = List.copyOf(events);
        invalid = List.copyOf(invalid);
        findings = List.copyOf(findings);
    }

    /** Which of the events is active when. */
    public EventCalendar<BrandingEvent> calendar() {
        return new EventCalendar<>(events);
    }

    /** The paths of the events that are left out because of an error. */
    public Set<String> invalidEvents() {
        return invalid.stream().map(InspectedEvent::path).collect(toSet());
    }

    /** Every event, those that are left out too, by path. */
    public List<InspectedEvent> all() {
        return Stream.concat(events.stream().map(InspectedEvent::of), invalid.stream())
                .sorted(comparing(InspectedEvent::path))
                .toList();
    }

    /** The event at {@code path}, even if it is left out. */
    public Optional<InspectedEvent> event(String path) {
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
    public Snapshot without(BrandingEvent event, AssetKind kind, List<Finding> refusals) {
        var others = events.stream().filter(other -> !other.equals(event)).toList();
        var left = Stream.concat(
                invalid.stream(), Stream.of(InspectedEvent.of(event).asInvalid()));
        var known = Stream.of(
                        findings.stream(), refusals.stream(), Stream.of(AssetValidator.noneUsable(event.path(), kind)))
                .flatMap(all -> all)
                .distinct();
        return new Snapshot(others, left.toList(), Finding.sorted(known.toList()));
    }
}
