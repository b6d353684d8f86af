package dev.brandingbot.sync;

import dev.brandingbot.event.AssetKind;
import dev.brandingbot.event.CalendarOverrides;
import dev.brandingbot.event.EventCalendar;
import dev.brandingbot.event.EventSummary;
import dev.brandingbot.repository.BrandingRepository;
import dev.brandingbot.repository.Snapshot;
import dev.brandingbot.repository.finding.Finding;
import dev.brandingbot.repository.finding.FindingCode;
import dev.brandingbot.repository.source.RateLimitStatus;
import dev.brandingbot.repository.source.RepositoryUnavailableException;
import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.state.LeaseLostException;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.support.Interruption;
import dev.brandingbot.sync.asset.AssetLoader;
import dev.brandingbot.sync.asset.AssetPlanner;
import dev.brandingbot.sync.asset.AssetRequest;
import dev.brandingbot.sync.asset.PlanMode;
import dev.brandingbot.sync.asset.RotationSettings;
import dev.brandingbot.sync.guild.BrandedGuild;
import dev.brandingbot.sync.guild.DiscordResult;
import dev.brandingbot.sync.lock.GuildLock;
import dev.brandingbot.sync.lock.GuildLockProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the guild in step with the branding repository: looks, decides, applies what differs, and remembers what Discord
 * confirmed. One synchronisation at a time; others wait for their turn, in order. Every method blocks for as long as GitHub,
 * Discord and Redis take, so none is for JDA's event thread, and throws
 * {@link dev.brandingbot.state.StateUnavailableException} when Redis fails, and {@link java.util.concurrent.CancellationException} when
 * its thread was interrupted.
 */
public final class BrandingSynchronizer {
    private static final Logger log = LoggerFactory.getLogger(BrandingSynchronizer.class);

    private static final String OCCUPIED = "Another instance of this bot is syncing this server.";

    private final BrandingRepository repository;
    private final BrandingStore state;
    private final BrandedGuild guild;
    private final GuildLockProvider locks;
    private final AssetPlanner planner;
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
    public BrandingSynchronizer(
            BrandingRepository repository,
            BrandingStore state,
            BrandedGuild guild,
            GuildLockProvider turns,
            RotationSettings rotation,
            Clock clock) {
        this.repository = repository;
        this.state = state;
        this.guild = guild;
        this.locks = turns;
        this.planner = new AssetPlanner(rotation);
        this.clock = clock;
    }

    /** Looks at the repository and applies what should have changed by now. */
    public SyncReport synchronize() {
        return synchronize(SyncRequest.NORMAL);
    }

    /**
     * Looks at the repository and uploads what should be on, even where Redis says that it is on already: this undoes a change
     * made by hand. What is merely put on again counts as no use in its rotation. If
     * the repository can't be fetched, the next synchronization does it.
     */
    public SyncReport resync(Invoker caller) {
        var report = synchronize(SyncRequest.of(PlanMode.RESYNC, caller));
        if (report instanceof SyncReport.NotDecided) {
            state.markUncertain();
        }
        return report;
    }

    /**
     * Looks at the repository and puts on another asset of the event that should be on, as a turn in its rotation.
     *
     * @param asset which one, by its name; nothing for the next one
     */
    public SyncReport rotate(AssetKind kind, Optional<String> asset, Invoker caller) {
        return synchronize(SyncRequest.of(PlanMode.NORMAL, caller).withAssetRequest(new AssetRequest(kind, asset)));
    }

    /**
     * Changes what moderators adjusted about the calendar, and brings the guild in step with it. It is changed even where the
     * repository can't be looked at: then the guild follows with the next look.
     */
    public OverrideResult override(OverrideChange adjusting, Invoker caller) {
        return serialized(() -> {
            var following = fetchThenDecide(SyncRequest.of(PlanMode.NORMAL, caller));
            return withLock(turn -> override(turn, adjusting, caller, following), this::unchanged);
        });
    }

    /** What counts today of what moderators adjusted about the calendar. */
    public CalendarOverrides overrides() {
        return state.overrides().activeAt(today());
    }

    /** All events of the last whole look, and which is on when, as moderators adjusted it. */
    public EventCalendar<EventSummary> calendar() {
        return new EventCalendar<>(state.calendar()).withOverrides(overrides());
    }

    /** How many requests GitHub takes yet, where it has said so since the bot started. */
    public Optional<RateLimitStatus> rateLimit() {
        return repository.rateLimit();
    }

    /** The repository as the last whole look found it; costs no request, and nothing is there before the first look. */
    public Optional<Snapshot> lastSnapshot() {
        return repository.lastSnapshot(guild.capabilities().shown());
    }

    /**
     * Looks at the repository and remembers its calendar, without touching the guild.
     *
     * @throws RepositoryUnavailableException when the repository could not be looked at; the calendar is then as it was
     */
    public Snapshot refreshCalendar() throws RepositoryUnavailableException {
        queue.lock();
        try {
            var snapshot = repository.fetch(guild.capabilities().shown());
            state.writeCalendar(EventDecision.entries(snapshot));
            return snapshot;
        } finally {
            queue.unlock();
        }
    }

    private SyncReport synchronize(SyncRequest task) {
        return serialized(() -> withLock(fetchThenDecide(task), BrandingSynchronizer::undecided));
    }

    private <T> T serialized(Supplier<T> work) {
        queue.lock();
        try {
            return work.get();
        } finally {
            queue.unlock();
        }
    }

    /** Looks at the repository; what is to be done in a turn follows from it. */
    private Function<GuildLock, SyncReport> fetchThenDecide(SyncRequest task) {
        try {
            var snapshot = repository.fetch(guild.capabilities().shown());
            return turn -> decide(snapshot, turn, task);
        } catch (RepositoryUnavailableException e) {
            Interruption.throwIfInterrupted();
            log.warn("The repository could not be fetched; the branding stays as it is. reason={}", e.reason());
            return turn -> recorded(new SyncReport.NotDecided(e.reason(), e.retryAt()));
        }
    }

    /** @param otherwise makes something of the reason why it was not done, or not to its end */
    private <T> T withLock(Function<GuildLock, T> work, Function<String, T> otherwise) {
        var taken = locks.tryLock();
        if (taken.isEmpty()) {
            return otherwise.apply(OCCUPIED);
        }
        try (var turn = taken.get()) {
            return work.apply(turn);
        } catch (LeaseLostException e) {
            log.warn("Lost the lock; the next check applies the branding again.");
            state.markUncertain();
            return otherwise.apply(DiscordResult.LOCK_LOST.reason());
        }
    }

    private OverrideResult override(
            GuildLock turn, OverrideChange adjusting, Invoker caller, Function<GuildLock, SyncReport> following) {
        var today = today();
        var before = turn.state().overrides().activeAt(today);
        var after = adjusting.apply(before, today);
        if (!after.equals(before)) {
            turn.state().writeOverrides(after, new OverrideHistory(clock.instant(), caller).of(before, after));
        }
        return new OverrideResult(before, after, following.apply(turn));
    }

    private OverrideResult unchanged(String reason) {
        var current = overrides();
        return new OverrideResult(current, current, undecided(reason));
    }

    /** The report, remembered for moderators; without that it is none the worse. */
    private SyncReport recorded(SyncReport report) {
        try {
            state.writeLastCheck(report.summary(clock.instant()));
        } catch (StateUnavailableException e) {
            log.debug("Could not save the result of a check. reason={}", e.reason());
        }
        return report;
    }

    private static SyncReport undecided(String reason) {
        return new SyncReport.NotDecided(reason, Optional.empty());
    }

    private SyncReport decide(Snapshot snapshot, GuildLock turn, SyncRequest task) {
        var situation = input(turn.state(), task);
        var outlook = new EventCandidates(snapshot, turn.state().overrides().activeAt(situation.today()));
        var tools = new SyncContext(planner, new AssetLoader(repository), guild.whileHeld(turn.isHeld()), turn.state());
        var selected = new EventSelection(tools, situation).select(outlook);
        var decision = selected.decision();
        log.debug("Decided what should be active. now={} decision={}", situation.now(), decision);
        turn.state().writeCalendar(decision.calendar(selected.candidates().snapshot(), situation.applied()));
        if (decision instanceof EventDecision.Keep keep) {
            return recorded(kept(keep, selected.candidates(), task));
        }
        return selected.applier()
                .map(showing -> recorded(showing.apply()))
                .orElseGet(() -> new SyncReport.NotDecided(selected.problem().orElse(""), Optional.empty()));
    }

    private SyncInput input(BrandingStore remembering, SyncRequest task) {
        return new SyncInput(
                clock.instant(), task, remembering.read(), remembering.uncertainty(), guild.capabilities());
    }

    private static SyncReport kept(EventDecision.Keep keep, EventCandidates outlook, SyncRequest task) {
        return new SyncReport.Unchanged(
                keep.finding(), with(outlook.findings(), keep.finding()), task.mode() != PlanMode.RESYNC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The finding about the missing active event says what the one about the missing fallback says. */
    private static List<Finding> with(List<Finding> findings, Finding another) {
        var isCovering = another.code().equals(FindingCode.NO_ACTIVE_EVENT.code());
        var others = findings.stream()
                .filter(finding -> !isCovering || !finding.code().equals(FindingCode.NO_FALLBACK.code()));
        return Stream.concat(Stream.of(another), others).toList();
    }
}
