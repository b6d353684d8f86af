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
 * The branding repository as of one complete fetch.
 *
 * @param events the valid events, by path
 * @param invalid the events that have errors, by path
 * @param findings the findings, errors first, then by path
 */
public record Snapshot(List<BrandingEvent> events, List<InspectedEvent> invalid, List<Finding> findings) {
    public Snapshot {
        events = List.copyOf(events);
        invalid = List.copyOf(invalid);
        findings = List.copyOf(findings);
    }

    /** Returns the calendar of the valid events. */
    public EventCalendar<BrandingEvent> calendar() {
        return new EventCalendar<>(events);
    }

    /** Returns the paths of the invalid events. */
    public Set<String> invalidEvents() {
        return invalid.stream().map(InspectedEvent::path).collect(toSet());
    }

    /** Returns valid and invalid events, by path. */
    public List<InspectedEvent> all() {
        return Stream.concat(events.stream().map(InspectedEvent::of), invalid.stream())
                .sorted(comparing(InspectedEvent::path))
                .toList();
    }

    /** Returns the event at {@code path}, valid or not. */
    public Optional<InspectedEvent> event(String path) {
        return all().stream().filter(event -> event.path().equals(path)).findFirst();
    }

    /** Whether there is an event at {@code path}, valid or not. */
    public boolean contains(String path) {
        return event(path).isPresent();
    }

    /**
     * Returns a snapshot in which {@code event} is invalid, because none of its assets of one kind can be used.
     *
     * @param rejections the finding for each of these assets
     */
    public Snapshot withInvalid(BrandingEvent event, AssetKind kind, List<Finding> rejections) {
        var others = events.stream().filter(other -> !other.equals(event)).toList();
        var invalidEvents = Stream.concat(
                invalid.stream(), Stream.of(InspectedEvent.of(event).asInvalid()));
        var allFindings = Stream.of(
                        findings.stream(),
                        rejections.stream(),
                        Stream.of(AssetValidator.noneUsable(event.path(), kind)))
                .flatMap(it -> it)
                .distinct();
        return new Snapshot(others, invalidEvents.toList(), Finding.sorted(allFindings.toList()));
    }
}
