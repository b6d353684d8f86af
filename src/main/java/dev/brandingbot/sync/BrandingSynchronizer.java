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
 * Synchronizes a guild with the branding repository: fetches, decides, applies what differs and records what Discord confirmed.
 * Synchronizations run one at a time, in the order of their calls. Thread-safe. Every method blocks on GitHub, Discord and Redis,
 * so don't call them on JDA's event thread. All throw {@link dev.brandingbot.state.StateUnavailableException} when Redis fails,
 * and {@link java.util.concurrent.CancellationException} when its thread was interrupted.
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
     * @param repository the events and their assets
     * @param state the recorded branding
     * @param guild the guild to synchronize
     * @param locks keep other instances of the bot from doing the same at the same time
     * @param rotation the settings of the rotation
     * @param clock the current time; days are days in UTC, whatever its zone
     */
    public BrandingSynchronizer(
            BrandingRepository repository,
            BrandingStore state,
            BrandedGuild guild,
            GuildLockProvider locks,
            RotationSettings rotation,
            Clock clock) {
        this.repository = repository;
        this.state = state;
        this.guild = guild;
        this.locks = locks;
        this.planner = new AssetPlanner(rotation);
        this.clock = clock;
    }

    /** Fetches the repository and applies what is due. */
    public SyncReport synchronize() {
        return synchronize(SyncRequest.NORMAL);
    }

    /**
     * Fetches the repository and uploads the active event's assets even if they are recorded as applied, which undoes manual
     * changes. Applying an asset again does not count as a use in its rotation. If the repository can't be fetched, the next
     * synchronization uploads them.
     */
    public SyncReport resync(Invoker invoker) {
        var report = synchronize(SyncRequest.of(PlanMode.RESYNC, invoker));
        if (report instanceof SyncReport.NotDecided) {
            state.markUncertain();
        }
        return report;
    }

    /**
     * Fetches the repository and applies another asset of the active event, which counts as a use in its rotation.
     *
     * @param asset the name of the asset; empty for the next one in the rotation
     */
    public SyncReport rotate(AssetKind kind, Optional<String> asset, Invoker invoker) {
        return synchronize(SyncRequest.of(PlanMode.NORMAL, invoker).withAssetRequest(new AssetRequest(kind, asset)));
    }

    /**
     * Changes the overrides of the calendar and synchronizes the guild. The overrides are changed even if the repository can't be
     * fetched; the next check then synchronizes the guild.
     */
    public OverrideResult override(OverrideChange change, Invoker invoker) {
        return serialized(() -> {
            var following = fetchThenDecide(SyncRequest.of(PlanMode.NORMAL, invoker));
            return withLock(lock -> override(lock, change, invoker, following), this::unchanged);
        });
    }

    /** The overrides that apply today. */
    public CalendarOverrides overrides() {
        return state.overrides().activeAt(today());
    }

    /** The calendar of the last complete fetch with the current overrides. */
    public EventCalendar<EventSummary> calendar() {
        return new EventCalendar<>(state.calendar()).withOverrides(overrides());
    }

    /** The rate limit of GitHub; empty until GitHub reports it for the first time. */
    public Optional<RateLimitStatus> rateLimit() {
        return repository.rateLimit();
    }

    /** The repository as of the last complete fetch; empty before the first one. Sends no request. */
    public Optional<Snapshot> lastSnapshot() {
        return repository.lastSnapshot(guild.capabilities().shown());
    }

    /**
     * Fetches the repository and stores its calendar without changing the guild.
     *
     * @throws RepositoryUnavailableException if the repository can't be fetched; the stored calendar is then unchanged
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

    private SyncReport synchronize(SyncRequest request) {
        return serialized(() -> withLock(fetchThenDecide(request), BrandingSynchronizer::undecided));
    }

    private <T> T serialized(Supplier<T> work) {
        queue.lock();
        try {
            return work.get();
        } finally {
            queue.unlock();
        }
    }

    /** Fetches the repository and returns what to do once the lock is held. */
    private Function<GuildLock, SyncReport> fetchThenDecide(SyncRequest request) {
        try {
            var snapshot = repository.fetch(guild.capabilities().shown());
            return lock -> decide(snapshot, lock, request);
        } catch (RepositoryUnavailableException e) {
            Interruption.throwIfInterrupted();
            log.warn("The repository could not be fetched; the branding stays as it is. reason={}", e.reason());
            return lock -> recorded(new SyncReport.NotDecided(e.reason(), e.retryAt()));
        }
    }

    /** @param otherwise makes a result from the reason why the work was not done or not finished */
    private <T> T withLock(Function<GuildLock, T> work, Function<String, T> otherwise) {
        var taken = locks.tryLock();
        if (taken.isEmpty()) {
            return otherwise.apply(OCCUPIED);
        }
        try (var lock = taken.get()) {
            return work.apply(lock);
        } catch (LeaseLostException e) {
            log.warn("Lost the lock; the next check applies the branding again.");
            state.markUncertain();
            return otherwise.apply(DiscordResult.LOCK_LOST.reason());
        }
    }

    private OverrideResult override(
            GuildLock lock, OverrideChange change, Invoker invoker, Function<GuildLock, SyncReport> following) {
        var today = today();
        var before = lock.state().overrides().activeAt(today);
        var after = change.apply(before, today);
        if (!after.equals(before)) {
            lock.state().writeOverrides(after, new OverrideHistory(clock.instant(), invoker).entries(before, after));
        }
        return new OverrideResult(before, after, following.apply(lock));
    }

    private OverrideResult unchanged(String reason) {
        var current = overrides();
        return new OverrideResult(current, current, undecided(reason));
    }

    /** Stores the report for moderators and returns it, even if it can't be stored. */
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

    private SyncReport decide(Snapshot snapshot, GuildLock lock, SyncRequest request) {
        var input = input(lock.state(), request);
        var candidates = new EventCandidates(snapshot, lock.state().overrides().activeAt(input.today()));
        var context =
                new SyncContext(planner, new AssetLoader(repository), guild.whileHeld(lock.isHeld()), lock.state());
        var selected = new EventSelection(context, input).select(candidates);
        var decision = selected.decision();
        log.debug("Decided what should be active. now={} decision={}", input.now(), decision);
        lock.state().writeCalendar(decision.calendar(selected.candidates().snapshot(), input.applied()));
        if (decision instanceof EventDecision.Keep keep) {
            return recorded(kept(keep, selected.candidates(), request));
        }
        return selected.applier()
                .map(applier -> recorded(applier.apply()))
                .orElseGet(() -> new SyncReport.NotDecided(selected.problem().orElse(""), Optional.empty()));
    }

    private SyncInput input(BrandingStore remembering, SyncRequest request) {
        return new SyncInput(
                clock.instant(), request, remembering.read(), remembering.uncertainty(), guild.capabilities());
    }

    private static SyncReport kept(EventDecision.Keep keep, EventCandidates candidates, SyncRequest request) {
        return new SyncReport.Unchanged(
                keep.finding(), withFirst(candidates.findings(), keep.finding()), request.mode() != PlanMode.RESYNC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The finding about the missing active event says what the one about the missing fallback says. */
    private static List<Finding> withFirst(List<Finding> findings, Finding another) {
        var isCovering = another.code().equals(FindingCode.NO_ACTIVE_EVENT.code());
        var others = findings.stream()
                .filter(finding -> !isCovering || !finding.code().equals(FindingCode.NO_FALLBACK.code()));
        return Stream.concat(Stream.of(another), others).toList();
    }
}
