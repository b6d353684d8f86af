package dev.brandingbot.cog;

import dev.brandingbot.state.BrandingState;
import dev.brandingbot.state.Caller;
import dev.brandingbot.state.Deed;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Lease;
import dev.brandingbot.state.StateUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the right times, for ever: at once when it starts or is enabled, just after every midnight in UTC, every so often
 * between, and within minutes after a look that left something undone. It asks the clock every few seconds, so that a machine that
 * slept or whose clock was set catches up. No exception ends it. Safe for use by several threads.
 */
final class BrandingDaemon implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrandingDaemon.class);

    /** How long a copy that ended is still taken for the one at work; with a nap it makes less than a minute. */
    private static final Duration TERM = Duration.ofSeconds(40);

    private static final Duration LONGEST_NAP = Duration.ofSeconds(15);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(100);

    private final DaemonWork work;
    private final BrandingState state;
    private final boolean isOnByDefault;
    private final CheckTimes times;
    private final ScheduledExecutorService executor;
    private final Clock clock;

    private final ReportLog reportLog = new ReportLog();

    /** Of several copies of the bot on one Redis, the one on duty looks when it is time. */
    private final Lease duty;

    private final AtomicBoolean isStarted = new AtomicBoolean();
    private volatile Progress progress = Progress.NONE;
    private volatile @Nullable Future<?> nextTick;
    private volatile Optional<String> knownRestore = Optional.empty();
    private volatile boolean isClosed;

    /**
     * @param work one look at the repository and all that follows from it
     * @param isOnByDefault the daemon's switch as long as no moderator made a choice
     * @param executor lent; its threads wait for GitHub, Discord and Redis
     */
    BrandingDaemon(
            DaemonWork work,
            BrandingState state,
            boolean isOnByDefault,
            CheckTimes times,
            ScheduledExecutorService executor,
            Clock clock) {
        this.work = work;
        this.state = state;
        this.isOnByDefault = isOnByDefault;
        this.times = times;
        this.executor = executor;
        this.clock = clock;
        this.duty = state.lease("daemon", UUID.randomUUID().toString(), TERM);
    }

    /** Begins to look; does nothing when it did already. */
    void start() {
        if (isStarted.compareAndSet(false, true)) {
            schedule(Duration.ZERO);
        }
    }

    /** Stops looking. A look that is under way ends by itself, or when the executor is shut down. */
    @Override
    public synchronized void close() {
        isClosed = true;
        Optional.ofNullable(nextTick).ifPresent(tick -> tick.cancel(false));
        if (isStarted.get()) {
            giveUpDuty();
        }
    }

    private void giveUpDuty() {
        try {
            duty.release();
        } catch (StateUnavailableException e) {
            log.debug("The duty could not be given up, and ends by itself. reason={}", e.reason());
        }
    }

    /** Whether it is switched on. */
    boolean isOn() {
        return state.daemonSwitch().orElse(isOnByDefault);
    }

    /** Switches it on, for good, and looks at once. */
    void enable(Caller caller) {
        state.writeDaemonSwitch(true, List.of(HistoryEntry.of(clock.instant(), Deed.DAEMON_ON, caller)));
        executor.execute(this::lookInAnyCase);
    }

    /** Switches it off, for good. */
    void disable(Caller caller) {
        state.writeDaemonSwitch(false, List.of(HistoryEntry.of(clock.instant(), Deed.DAEMON_OFF, caller)));
    }

    /** What it is about. */
    DaemonStatus status() {
        var now = progress;
        var isOn = isOn();
        return new DaemonStatus(isOn, now.last(), isOn ? state.nextLook().or(now::next) : Optional.empty());
    }

    /**
     * Looks at once, where it is on.
     *
     * @return completed once it has looked
     */
    CompletableFuture<Void> lookNow() {
        return CompletableFuture.runAsync(this::lookInAnyCase, executor);
    }

    /** Looks at once, where it is on. Waits for nothing, and does nothing when the executor was shut down. */
    void lookSoon() {
        try {
            executor.execute(this::lookInAnyCase);
        } catch (RejectedExecutionException e) {
            log.debug("There is no look any more, because the executor was shut down.");
        }
    }

    private synchronized void update(UnaryOperator<Progress> change) {
        progress = change.apply(progress);
    }

    private synchronized void schedule(Duration nap) {
        if (isClosed) {
            return;
        }
        try {
            nextTick = executor.schedule(this::tick, nap.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The daemon ends, because its executor was shut down.");
        }
    }

    private void tick() {
        var at = clock.instant();
        try {
            lookIfDue();
        } finally {
            schedule(nap(at));
        }
    }

    private void lookIfDue() {
        lookIf(() -> duty.take() && (progress.isDue(clock.instant()) || isRestoreAsked()));
    }

    /** Whether somebody else left word since the last look; what that one could not put right waits for its next time. */
    private boolean isRestoreAsked() {
        var asked = state.restoreAsked();
        return asked.isPresent() && !asked.equals(knownRestore);
    }

    private void lookInAnyCase() {
        lookIf(() -> true);
    }

    private void lookIf(BooleanSupplier condition) {
        try {
            if (!isClosed && isOn() && condition.getAsBoolean()) {
                look();
            }
        } catch (StateUnavailableException e) {
            log.warn("The daemon could not use Redis; what is on stays. reason={}", e.reason());
            work.sawRedisFail(e);
        } catch (RuntimeException | Error e) {
            log.error(
                    "A look of the daemon ended in an error; what is on stays, and the next one is within minutes.", e);
        }
    }

    private void look() {
        var at = clock.instant();
        update(before -> before.failed(at, times));
        try {
            var report = work.look();
            update(before -> before.looked(at, report, times));
            knownRestore = state.restoreAsked();
            reportLog.log(report);
        } finally {
            progress.next().ifPresent(state::writeNextLook);
        }
    }

    /** Until the next look, a few seconds at most; and as many where the tick begun at {@code at} could not look although due. */
    private Duration nap(Instant at) {
        return progress.next()
                .filter(at::isBefore)
                .map(next -> Duration.between(clock.instant(), next))
                .filter(nap -> nap.compareTo(LONGEST_NAP) < 0)
                .map(nap -> nap.compareTo(SHORTEST_NAP) > 0 ? nap : SHORTEST_NAP)
                .orElse(LONGEST_NAP);
    }
}
