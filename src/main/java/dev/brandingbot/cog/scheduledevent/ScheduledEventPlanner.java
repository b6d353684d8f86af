package dev.brandingbot.cog.scheduledevent;

import static java.util.stream.Collectors.toMap;

import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.Adopt;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.Change;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.Create;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.DeleteDuplicate;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.Forget;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.MarkDeleted;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.Remove;
import dev.brandingbot.cog.scheduledevent.ScheduledEventChange.SetCover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the changes to the scheduled events. Only events that this bot created are considered. */
final class ScheduledEventPlanner {
    private final Map<OccurrenceKey, DesiredEvent> wanted;
    private final Set<String> invalid;
    private final PublishedEventRegistry registry;
    private final Map<Long, PublishedEvent> published;
    private final Instant now;
    private final List<ScheduledEventChange> changes = new ArrayList<>();
    private final Set<Long> used = new HashSet<>();
    private final Set<OccurrenceKey> moved = new HashSet<>();

    private ScheduledEventPlanner(
            List<DesiredEvent> wanted,
            Set<String> invalid,
            PublishedEventRegistry registry,
            List<PublishedEvent> published,
            Instant now) {
        this.wanted = wanted.stream().collect(toMap(DesiredEvent::key, event -> event, (one, same) -> one));
        this.invalid = invalid;
        this.registry = registry;
        this.published = published.stream().collect(toMap(PublishedEvent::id, event -> event, (one, same) -> one));
        this.now = now;
    }

    /**
     * Returns the changes in the order in which to make them.
     *
     * @param wanted the events that should be published, soonest first
     * @param invalid the paths of events with errors, whose published events stay
     * @param published the events that this bot has published
     */
    static List<ScheduledEventChange> changes(
            List<DesiredEvent> wanted,
            Set<String> invalid,
            PublishedEventRegistry registry,
            List<PublishedEvent> published,
            Instant now) {
        var plan = new ScheduledEventPlanner(wanted, invalid, registry, published, now);
        registry.ids().forEach((key, id) -> id.map(plan.published::get).ifPresent(event -> plan.used.add(event.id())));
        wanted.forEach(plan::publish);
        registry.ids().forEach(plan::revise);
        wanted.forEach(plan::deleteDuplicates);
        return List.copyOf(plan.changes);
    }

    private void publish(DesiredEvent event) {
        if (registry.ids().containsKey(event.key())) {
            return;
        }
        var known = otherDays(event);
        var made = published.values().stream()
                .filter(own -> !used.contains(own.id()) && event.isSameEventAs(own, now))
                .findFirst();
        if (known.isPresent()) {
            moved.add(known.get());
            changes.add(new Change(known.get(), event, publishedAs(known.get()).orElseThrow()));
        } else if (made.isPresent()) {
            used.add(made.get().id());
            changes.add(new Adopt(event, made.get().id()));
        } else if (!event.isAlmostOver(now)) {
            changes.add(new Create(event));
        }
    }

    /** The key under which the same event was published for other days. */
    private Optional<OccurrenceKey> otherDays(DesiredEvent event) {
        return registry.ids().keySet().stream()
                .filter(key -> key.path().equals(event.event().path()))
                .filter(key -> !wanted.containsKey(key) && !moved.contains(key))
                .filter(key -> publishedAs(key).filter(own -> !own.isActive()).isPresent())
                .filter(key -> !event.hasStarted(now))
                .findFirst();
    }

    private Optional<PublishedEvent> publishedAs(OccurrenceKey key) {
        return registry.ids().getOrDefault(key, Optional.empty()).map(published::get);
    }

    private void revise(OccurrenceKey key, Optional<Long> id) {
        var should = Optional.ofNullable(wanted.get(key));
        var own = id.map(published::get);
        if (moved.contains(key) || (should.isEmpty() && invalid.contains(key.path()))) {
            return;
        }
        if (own.isPresent() && should.isPresent()) {
            compare(key, should.get(), own.get());
        } else if (own.filter(event -> event.end().isAfter(now)).isPresent()) {
            changes.add(new Remove(key, own.get().id()));
        } else if (should.isEmpty()) {
            changes.add(new Forget(key));
        } else if (id.isPresent()) {
            changes.add(new MarkDeleted(key));
        }
    }

    private void compare(OccurrenceKey key, DesiredEvent should, PublishedEvent own) {
        if (!should.matches(own, now)) {
            changes.add(new Change(key, should, own));
        }
        Optional.ofNullable(registry.covers().get(key))
                .filter(banners -> !banners.equals(should.banners()))
                .ifPresent(others -> changes.add(new SetCover(should, own.id())));
    }

    private void deleteDuplicates(DesiredEvent event) {
        if (registry.ids().getOrDefault(event.key(), Optional.empty()).isPresent()) {
            published.values().stream()
                    .filter(own -> !used.contains(own.id()) && event.matches(own, now))
                    .forEach(own -> changes.add(new DeleteDuplicate(event, own.id())));
        }
    }
}
