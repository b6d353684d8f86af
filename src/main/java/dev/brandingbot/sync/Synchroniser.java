package dev.brandingbot.sync;

import static java.util.Objects.requireNonNull;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarEntry;
import dev.brandingbot.event.Event;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.RepositoryUnavailableException;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the guild in step with the branding repository: looks, decides, applies what differs, and remembers what Discord
 * confirmed. One synchronisation at a time; others wait for their turn, in order. Every method blocks for as long as GitHub,
 * Discord and Redis take, so none is for JDA's event thread, and throws
 * {@link dev.brandingbot.state.StateUnavailableException} when Redis fails.
 */
public final class Synchroniser {
    private static final Logger log = LoggerFactory.getLogger(Synchroniser.class);

    private final BrandingRepository repository;
    private final BrandingState state;
    private final BrandedGuild guild;
    private final SlotPlanner planner;
    private final AssetPicker picker;
    private final AssetApplier applier;
    private final Announcer announcer;
    private final Clock clock;
    private final Lock turn = new ReentrantLock(true);

    /**
     * @param repository what should be on
     * @param state what is on
     * @param guild where it is put on
     * @param rotationInterval how long an asset stays before the next one in its rotation; zero for every synchronisation
     * @param clock days are days in UTC, whatever its zone
     * @param random draws the order of the rotations
     */
    public Synchroniser(
            BrandingRepository repository,
            BrandingState state,
            BrandedGuild guild,
            Duration rotationInterval,
            Clock clock,
            RandomGenerator random) {
        this.repository = repository;
        this.state = state;
        this.guild = guild;
        this.planner = new SlotPlanner(rotationInterval, random);
        this.picker = new AssetPicker(repository);
        this.applier = new AssetApplier(guild, state);
        this.announcer = new Announcer(guild, state);
        this.clock = clock;
    }

    /** Looks at the repository and applies what should have changed by now. */
    public SyncReport synchronise() {
        return synchronise(false);
    }

    /**
     * Looks at the repository and uploads what should be on, even where Redis says that it is on already: this undoes a change
     * made by hand. What is merely put on again counts as no use in its rotation.
     */
    public SyncReport restore() {
        return synchronise(true);
    }

    /**
     * Looks at the repository and remembers its calendar, without touching the guild.
     *
     * @throws RepositoryUnavailableException when the repository could not be looked at; the calendar is then as it was
     */
    public Snapshot refreshCalendar() throws RepositoryUnavailableException {
        turn.lock();
        try {
            return look();
        } finally {
            turn.unlock();
        }
    }

    private SyncReport synchronise(boolean isForced) {
        turn.lock();
        try {
            var snapshot = look();
            return decide(snapshot, isForced);
        } catch (RepositoryUnavailableException e) {
            log.warn("The repository could not be looked at; what is on stays. reason={}", e.reason());
            return new SyncReport.Undecided(e.reason(), e.retryAt());
        } finally {
            turn.unlock();
        }
    }

    private Snapshot look() throws RepositoryUnavailableException {
        var snapshot = repository.look();
        state.writeCalendar(snapshot.events().stream().map(CalendarEntry::of).toList());
        return snapshot;
    }

    private SyncReport decide(Snapshot snapshot, boolean isForced) {
        var now = clock.instant();
        var remembered = state.read();
        var decision = Decision.of(snapshot, remembered, LocalDate.ofInstant(now, ZoneOffset.UTC));
        log.debug("Decided what should be on. now={} decision={}", now, decision);
        if (decision instanceof Decision.Show show) {
            return show(show.event(), snapshot, remembered, now, isForced);
        }
        return new SyncReport.Kept(((Decision.Keep) decision).finding(), snapshot.findings());
    }

    private SyncReport show(Event event, Snapshot snapshot, Remembered remembered, Instant now, boolean isForced) {
        var entry = new Entry(event, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var before = Decision.isRenamed(event, snapshot, remembered) ? entry.rename(remembered) : remembered;
        var abilities = guild.abilities();
        var outcomes = new EnumMap<AssetKind, AssetOutcome>(AssetKind.class);
        var findings = new ArrayList<>(snapshot.findings());
        var changes = new ArrayList<SlotChange>();
        for (var kind : AssetKind.values()) {
            var plan = planner.plan(event, kind, before.slot(kind), now, isForced);
            var pick = picker.pick(kind, plan, abilities, findings);
            if (pick instanceof Pick.Picked picked) {
                changes.add(new SlotChange(kind, plan, picked.image()));
            } else if (pick instanceof Pick.Nothing nothing) {
                outcomes.put(kind, nothing.outcome());
            }
        }
        var applied = applier.apply(entry, changes, before, now, outcomes);
        var after = settle(entry, remembered, applied, outcomes.values());
        var announcement =
                announcer.announce(after, snapshot.calendar().nextSwitch(entry.today()), outcomes.values(), abilities);
        var isEntered = entry.isNew(before) && !entry.isNew(after);
        return new SyncReport.Synchronised(
                event,
                isEntered,
                requireNonNull(outcomes.get(AssetKind.BANNER)),
                requireNonNull(outcomes.get(AssetKind.ICON)),
                announcement,
                findings.stream().distinct().toList());
    }

    /** An event is on as soon as one of its assets is; one that is on already is renewed in any case. */
    private Remembered settle(Entry entry, Remembered stored, Remembered applied, Collection<AssetOutcome> outcomes) {
        var isOn = outcomes.stream().anyMatch(AssetOutcome::isOn);
        var settled = isOn || !entry.isNew(applied) ? entry.enter(applied) : applied;
        if (!settled.equals(stored)) {
            state.write(settled);
        }
        return settled;
    }
}
