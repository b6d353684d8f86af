package dev.brandingbot.cog.scheduledevent;

import static java.util.function.Predicate.not;

import dev.brandingbot.cog.modlog.Alert;
import dev.brandingbot.cog.modlog.AlertSnapshot;
import dev.brandingbot.cog.modlog.AlertSource;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.LeaseLostException;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.lock.GuildLock;
import dev.brandingbot.sync.lock.GuildLockProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the next dated events published as scheduled events at Discord, and changes none that anyone else created. Each change is
 * recorded in Redis; an event that a user deleted is not created again for that occurrence. Sends requests only when the calendar
 * changed, and once a day. Blocks on Discord and Redis, so don't call it on JDA's threads.
 */
public final class ScheduledEventSync {
    private static final Logger log = LoggerFactory.getLogger(ScheduledEventSync.class);

    /** The name of the stored state. */
    static final String STATE_NAME = "scheduled_events";

    /** The maximum number of changes in one check; the next check continues. */
    private static final int MAX_CHANGES = 5;

    private static final EnumSet<AlertSource> SOURCES = EnumSet.of(AlertSource.SCHEDULED_EVENTS);

    private final int count;
    private final Supplier<Optional<ScheduledEventGateway>> gateways;
    private final CoverImages covers;
    private final GuildLockProvider locks;
    private final Clock clock;
    private volatile Rejections rejections = new Rejections("", Map.of(), false);

    /**
     * The changes that Discord rejected. They are not retried while the fingerprint stays the same, which is a day at most.
     *
     * @param fingerprint the fingerprint of the desired events
     * @param alerts the alert about each rejected change
     * @param isAll whether no other change is left
     */
    private record Rejections(String fingerprint, Map<String, Alert> alerts, boolean isAll) {
        Rejections {
            alerts = Map.copyOf(alerts);
        }
    }

    /**
     * @param count how many events to keep published
     * @param gateways returns access to the guild; empty while it is unavailable
     * @param locks keep other instances of the bot from doing the same at the same time
     */
    public ScheduledEventSync(
            int count,
            Supplier<Optional<ScheduledEventGateway>> gateways,
            CoverImages covers,
            GuildLockProvider locks,
            Clock clock) {
        this.count = count;
        this.gateways = gateways;
        this.covers = covers;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Updates the scheduled events.
     *
     * @return the alerts; empty if the scheduled events could not be checked
     */
    public Optional<AlertSnapshot> synchronize(Snapshot snapshot) {
        var gateway = gateways.get();
        var lock = gateway.isEmpty() ? Optional.<GuildLock>empty() : locks.tryLock();
        if (gateway.isEmpty() || lock.isEmpty()) {
            return Optional.empty();
        }
        try (var held = lock.get()) {
            return Optional.of(snapshotOf(gateway.get()
                    .blockingReason()
                    .map(ScheduledEventAlerts::blocked)
                    .or(() -> new Round(gateway.get(), held, snapshot).run())));
        } catch (LeaseLostException e) {
            log.debug("Lost the lock; another instance updates the scheduled events.");
            return Optional.empty();
        }
    }

    private static AlertSnapshot snapshotOf(Optional<Alert> alert) {
        return new AlertSnapshot(SOURCES, alert.stream().toList());
    }

    /** One synchronization while the lock is held. */
    private final class Round {
        private final ScheduledEventGateway gateway;
        private final GuildLock lock;
        private final Snapshot snapshot;
        private final Instant now = clock.instant();
        private final List<PublishedEvent> published = new ArrayList<>();
        private final Map<String, Alert> rejected = new LinkedHashMap<>();
        private PublishedEventRegistry registry;

        Round(ScheduledEventGateway gateway, GuildLock lock, Snapshot snapshot) {
            this.gateway = gateway;
            this.lock = lock;
            this.snapshot = snapshot;
            this.registry = PublishedEventRegistry.read(lock.state().values(STATE_NAME));
        }

        Optional<Alert> run() {
            var wanted = desired();
            var fingerprint = fingerprint(wanted);
            if (registry.fingerprint().equals(fingerprint)) {
                return Optional.empty();
            }
            if (rejections.fingerprint().equals(fingerprint)) {
                rejected.putAll(rejections.alerts());
            }
            return rejections.isAll() && !rejected.isEmpty() ? rejected() : run(wanted, fingerprint);
        }

        private Optional<Alert> run(List<DesiredEvent> wanted, String fingerprint) {
            var result = gateway.list(published::addAll);
            if (result instanceof DiscordResult.Unsuccessful notDone) {
                return Optional.of(ScheduledEventAlerts.unchecked(notDone.reason()));
            }
            var steps =
                    ScheduledEventPlanner.changes(wanted, snapshot.invalidEvents(), registry, published, now).stream()
                            .filter(step -> !rejected.containsKey(step.label()))
                            .toList();
            var failures = steps.stream()
                    .limit(MAX_CHANGES)
                    .flatMap(step -> execute(step).stream())
                    .toList();
            // Changes are verified by another check, because only Discord knows their result.
            if (steps.isEmpty() && rejected.isEmpty()) {
                write(registry.withFingerprint(fingerprint));
            }
            rejections = new Rejections(fingerprint, rejected, steps.isEmpty());
            return failures.stream().findFirst().or(this::rejected);
        }

        private Optional<Alert> rejected() {
            return rejected.values().stream().findFirst();
        }

        /** The next events to publish, without those that are skipped or hidden by other events on all of their days. */
        private List<DesiredEvent> desired() {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var overrides = lock.state().overrides().activeAt(today);
            var calendar = snapshot.calendar().withOverrides(overrides);
            return calendar.upcoming(today).stream()
                    .filter(not(calendar::isHidden))
                    .limit(count)
                    .map(DesiredEvent::of)
                    .toList();
        }

        /** Identifies the desired events. It changes every day, so that manual changes are noticed. */
        private String fingerprint(List<DesiredEvent> wanted) {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            var events = wanted.stream()
                    .map(event -> List.of(
                            event.key(), event.days().last(), event.name(), event.description(), event.banners()))
                    .toList();
            return today + " "
                    + Integer.toHexString(
                            List.of(count, events, snapshot.invalidEvents()).hashCode());
        }

        /** Makes a change. Returns empty if it succeeded or was rejected by Discord, which is recorded. */
        private Optional<Alert> execute(ScheduledEventChange step) {
            if (step instanceof ScheduledEventChange.Create create) {
                return create(create);
            } else if (step instanceof ScheduledEventChange.Change change) {
                return change(change);
            } else if (step instanceof ScheduledEventChange.SetCover cover) {
                return cover(cover);
            } else if (step instanceof ScheduledEventChange.Remove remove) {
                return remove(remove);
            } else if (step instanceof ScheduledEventChange.DeleteDuplicate still) {
                return send(step, "Deleted a duplicate event.", () -> gateway.remove(still.id()));
            } else if (step instanceof ScheduledEventChange.Adopt adopt) {
                write(recordCreated(adopt.wanted(), adopt.id()));
            } else if (step instanceof ScheduledEventChange.MarkDeleted gone) {
                write(registry.deletedByUser(gone.known()));
            } else if (step instanceof ScheduledEventChange.Forget forget) {
                write(registry.without(forget.known()));
            }
            return Optional.empty();
        }

        private Optional<Alert> create(ScheduledEventChange.Create create) {
            var wanted = create.wanted();
            try {
                var cover = covers.fetch(wanted.event());
                return send(
                        create,
                        "Published an event.",
                        () -> gateway.create(wanted, now, cover, id -> write(recordCreated(wanted, id))));
            } catch (RepositoryUnavailableException e) {
                return Optional.of(ScheduledEventAlerts.failed(wanted.key(), e.reason()));
            }
        }

        private PublishedEventRegistry recordCreated(DesiredEvent wanted, long id) {
            return registry.with(wanted.key(), id).withCover(wanted.key(), wanted.banners());
        }

        /** Without a usable banner the cover stays what it is. */
        private Optional<Alert> cover(ScheduledEventChange.SetCover step) {
            var wanted = step.wanted();
            try {
                var alert = covers.fetch(wanted.event())
                        .flatMap(cover ->
                                send(step, "Changed the cover of an event.", () -> gateway.setCover(step.id(), cover)));
                if (alert.isEmpty() && !rejected.containsKey(step.label())) {
                    write(registry.withCover(wanted.key(), wanted.banners()));
                }
                return alert;
            } catch (RepositoryUnavailableException e) {
                return Optional.of(ScheduledEventAlerts.failed(wanted.key(), e.reason()));
            }
        }

        private Optional<Alert> change(ScheduledEventChange.Change change) {
            var wanted = change.wanted().key();
            var alert = send(
                    change,
                    "Changed a published event.",
                    () -> gateway.change(change.published(), change.wanted(), now));
            if (alert.isEmpty() && !rejected.containsKey(change.label())) {
                write(registry.rescheduled(
                        change.known(), wanted, change.published().id()));
            }
            return alert;
        }

        private Optional<Alert> remove(ScheduledEventChange.Remove remove) {
            var alert = send(remove, "Deleted a published event.", () -> gateway.remove(remove.id()));
            if (alert.isEmpty() && !rejected.containsKey(remove.label())) {
                write(registry.without(remove.known()));
            }
            return alert;
        }

        private Optional<Alert> send(ScheduledEventChange step, String success, Supplier<DiscordResult> request) {
            var key = step.key();
            if (!lock.isHeld().getAsBoolean()) {
                return Optional.of(ScheduledEventAlerts.failed(key, DiscordResult.LOCK_LOST.reason()));
            }
            var result = request.get();
            if (!(result instanceof DiscordResult.Unsuccessful notDone)) {
                log.info("{} event={}", success, key.text());
                return Optional.empty();
            }
            log.warn("Could not update a scheduled event. event={} result={}", key.text(), result);
            if (notDone instanceof DiscordResult.Rejected) {
                rejected.put(step.label(), ScheduledEventAlerts.rejected(key, notDone.reason()));
                return Optional.empty();
            }
            return Optional.of(ScheduledEventAlerts.failed(key, notDone.reason()));
        }

        private void write(PublishedEventRegistry next) {
            lock.state().writeValues(STATE_NAME, next.fields());
            registry = next;
        }
    }
}
