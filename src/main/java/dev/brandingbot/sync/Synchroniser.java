package dev.brandingbot.sync;

import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Finding;
import dev.brandingbot.repository.RepositoryUnavailableException;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.FencedOutException;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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
    private final Turns turns;
    private final SlotPlanner planner;
    private final AssetPicker picker;
    private final Clock clock;
    private final Lock queue = new ReentrantLock(true);

    /**
     * @param repository what should be on
     * @param state what is on
     * @param guild where it is put on
     * @param turns keep other copies of the bot from doing the same at the same time
     * @param rotation how assets take turns
     * @param clock days are days in UTC, whatever its zone
     */
    public Synchroniser(
            BrandingRepository repository,
            BrandingState state,
            BrandedGuild guild,
            Turns turns,
            RotationRules rotation,
            Clock clock) {
        this.repository = repository;
        this.state = state;
        this.guild = guild;
        this.turns = turns;
        this.planner = new SlotPlanner(rotation);
        this.picker = new AssetPicker(repository);
        this.clock = clock;
    }

    /** Looks at the repository and applies what should have changed by now. */
    public SyncReport synchronise() {
        return synchronise(Purpose.STEP);
    }

    /**
     * Looks at the repository and uploads what should be on, even where Redis says that it is on already: this undoes a change
     * made by hand. What is merely put on again counts as no use in its rotation.
     */
    public SyncReport restore() {
        return synchronise(Purpose.RESTORE);
    }

    /** The repository as the last whole look found it; costs no request, and nothing is there before the first look. */
    public Optional<Snapshot> knownSnapshot() {
        return repository.known();
    }

    /**
     * Looks at the repository and remembers its calendar, without touching the guild.
     *
     * @throws RepositoryUnavailableException when the repository could not be looked at; the calendar is then as it was
     */
    public Snapshot refreshCalendar() throws RepositoryUnavailableException {
        queue.lock();
        try {
            var snapshot = repository.look();
            state.writeCalendar(Decision.entries(snapshot));
            return snapshot;
        } finally {
            queue.unlock();
        }
    }

    private SyncReport synchronise(Purpose purpose) {
        queue.lock();
        try {
            var snapshot = repository.look();
            var turn = turns.take();
            return turn.isPresent() ? synchronise(snapshot, turn.get(), purpose) : occupied();
        } catch (RepositoryUnavailableException e) {
            log.warn("The repository could not be looked at; what is on stays. reason={}", e.reason());
            return noted(new SyncReport.Undecided(e.reason(), e.retryAt()));
        } finally {
            queue.unlock();
        }
    }

    private SyncReport synchronise(Snapshot snapshot, Turn turn, Purpose purpose) {
        try (turn) {
            return noted(decide(snapshot, turn, purpose));
        } catch (FencedOutException e) {
            log.warn("Another copy of the bot has taken over; it is asked to put on again what should be on.");
            state.askForRestore();
            return occupied();
        }
    }

    /** The report, remembered for moderators; without that it is none the worse. */
    private SyncReport noted(SyncReport report) {
        try {
            state.writeLastLook(report.summary(clock.instant()));
        } catch (StateUnavailableException e) {
            log.debug("What came of a look could not be remembered. reason={}", e.reason());
        }
        return report;
    }

    private static SyncReport occupied() {
        return new SyncReport.Undecided("Another copy of this bot is at work on this server.", Optional.empty());
    }

    private SyncReport decide(Snapshot snapshot, Turn turn, Purpose purpose) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var remembered = turn.state().read();
        var decision = Decision.of(snapshot, remembered, today);
        log.debug("Decided what should be on. now={} decision={}", now, decision);
        turn.state().writeCalendar(decision.calendar(snapshot, remembered));
        if (decision instanceof Decision.Show show) {
            var entry = new Entry(show.event(), today);
            return new Showing(planner, picker, new FencedGuild(guild, turn), turn.state(), entry, snapshot)
                    .show(remembered, now, purpose);
        }
        var keep = (Decision.Keep) decision;
        return new SyncReport.Kept(
                keep.finding(), with(snapshot.findings(), keep.finding()), purpose != Purpose.RESTORE);
    }

    private static List<Finding> with(List<Finding> findings, Finding another) {
        return Stream.concat(Stream.of(another), findings.stream()).toList();
    }
}
