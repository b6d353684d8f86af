package dev.brandingbot.cog.daemon;

import dev.brandingbot.state.BrandingStore;
import dev.brandingbot.state.HistoryAction;
import dev.brandingbot.state.HistoryEntry;
import dev.brandingbot.state.Invoker;
import dev.brandingbot.state.Lease;
import dev.brandingbot.state.StateUnavailableException;
import dev.brandingbot.sync.SyncReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules checks: when it starts or is enabled, just after midnight UTC, at an interval between, and within minutes after a
 * check or a moderator's command that failed. It reads the clock every few seconds, so that a machine that slept or whose clock
 * was set catches up. One check runs at a time, and no exception ends the daemon. Thread-safe.
 */
public final class BrandingDaemon implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BrandingDaemon.class);

    /** How long an instance that ended still counts as the leader; with the poll delay less than a minute. */
    private static final Duration LEADERSHIP_TERM = Duration.ofSeconds(40);

    private static final Duration MAX_POLL_DELAY = Duration.ofSeconds(15);
    private static final Duration MIN_POLL_DELAY = Duration.ofMillis(100);

    private final DaemonTask request;
    private final BrandingStore state;
    private final boolean isOnByDefault;
    private final CheckSchedule schedule;
    private final CogThreads threads;
    private final Clock clock;

    private final SyncReportLogger reportLog = new SyncReportLogger();
    private final CheckQueue checks;
    private final OwedRetries retries;

    /** Of several instances on one Redis, the leader checks when it is time. Renewed until the daemon is closed. */
    private final Lease leadership;

    private final AtomicBoolean isStarted = new AtomicBoolean();
    private volatile DaemonState daemonState = DaemonState.NONE;
    private volatile @Nullable Future<?> nextTick;
    private volatile boolean isClosed;

    /**
     * @param work one check of the repository and everything that follows from it
     * @param isOnByDefault the daemon's switch until a moderator makes a choice
     * @param threads not closed here; checks run where the lock is waited for
     */
    public BrandingDaemon(
            DaemonTask work,
            BrandingStore state,
            boolean isOnByDefault,
            CheckSchedule schedule,
            CogThreads threads,
            Clock clock) {
        this.request = work;
        this.state = state;
        this.isOnByDefault = isOnByDefault;
        this.schedule = schedule;
        this.threads = threads;
        this.clock = clock;
        this.checks = new CheckQueue(this::check, threads.exclusive());
        this.retries = new OwedRetries(state);
        this.leadership = state.lease("daemon", UUID.randomUUID().toString(), LEADERSHIP_TERM);
    }

    /** Starts to schedule checks; does nothing if it was started before. */
    public void start() {
        if (isStarted.compareAndSet(false, true)) {
            schedule(Duration.ZERO);
        }
    }

    /** Starts no more checks. A running one ends by itself, or is canceled when the executor is shut down. */
    @Override
    public synchronized void close() {
        isClosed = true;
        cancelTick();
        checks.close();
        if (isStarted.get()) {
            threads.leases().release(leadership);
        }
    }

    /** Whether the daemon is enabled. */
    public boolean isOn() {
        return state.daemonSwitch().orElse(isOnByDefault);
    }

    /** Enables the daemon permanently and requests a check. */
    public void enable(Invoker invoker) {
        state.writeDaemonSwitch(true, List.of(HistoryEntry.of(clock.instant(), HistoryAction.DAEMON_ON, invoker)));
        requestCheck();
    }

    /** Disables the daemon permanently. */
    public void disable(Invoker invoker) {
        state.writeDaemonSwitch(false, List.of(HistoryEntry.of(clock.instant(), HistoryAction.DAEMON_OFF, invoker)));
    }

    /** Its switch, its last check and its next one. */
    public DaemonStatus status() {
        var now = daemonState;
        var isOn = isOn();
        return new DaemonStatus(isOn, now.last(), isOn ? state.nextCheck().or(now::next) : Optional.empty());
    }

    /**
     * Requests a check, which begins as soon as none is running; it does nothing while the daemon is off. Blocks on nothing.
     *
     * @return completed once a check that began after this call has ended; at once if none begins anymore
     */
    public CompletableFuture<Void> checkNow() {
        return checks.request();
    }

    /** Like {@link #checkNow}, for callers that don't wait for the check. */
    public void requestCheck() {
        var unused = checks.request();
    }

    /**
     * Runs a moderator's command. If it leaves the guild out of sync or throws, a check follows within minutes while the daemon
     * is enabled.
     *
     * @param toReport returns the report of the command's synchronization
     */
    public <T> T retrying(Supplier<T> command, Function<T, SyncReport> toReport) {
        try {
            var result = command.get();
            var report = toReport.apply(result);
            if (!report.isInSync()) {
                retrySoon(CheckSchedule.earliest(report));
            }
            return result;
        } catch (RuntimeException | Error e) {
            retrySoon(Optional.empty());
            throw e;
        }
    }

    private void retrySoon(Optional<Instant> notBefore) {
        retries.request(schedule.next(clock.instant(), 1, notBefore));
    }

    /** One tick is scheduled at a time. */
    private synchronized void schedule(Duration delay) {
        cancelTick();
        if (isClosed) {
            return;
        }
        try {
            nextTick = threads.executor().schedule(this::poll, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The daemon ends, because its executor was shut down.");
        }
    }

    private void cancelTick() {
        Optional.ofNullable(nextTick).ifPresent(tick -> tick.cancel(false));
    }

    private void poll() {
        var at = clock.instant();
        try {
            requestIfDue();
        } finally {
            schedule(pollDelay(at));
        }
    }

    private void requestIfDue() {
        try {
            if (!isClosed && isOn() && threads.leases().acquire(leadership) && !checks.isBusy() && isDue()) {
                requestCheck();
            }
        } catch (StateUnavailableException e) {
            checks.runIfIdle(() -> failed(e));
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private boolean isDue() {
        var now = clock.instant();
        return daemonState.isDue(now) || retries.isDue(now);
    }

    private void check() {
        try {
            if (!isClosed && isOnOrRetry()) {
                check(clock.instant());
            }
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Like {@link #isOn}, but also requests a retry if Redis fails. */
    private boolean isOnOrRetry() {
        try {
            return isOn();
        } catch (StateUnavailableException e) {
            retrySoon(Optional.empty());
            throw e;
        }
    }

    private void check(Instant at) {
        daemonState = daemonState.failed(at, schedule);
        var marks = retries.begin();
        var isInSync = false;
        try {
            var report = request.runCheck();
            daemonState = daemonState.succeeded(at, report, schedule);
            isInSync = report.isInSync();
            log(report);
        } finally {
            retries.end(marks, isInSync, daemonState.next().orElse(at));
            if (isStarted.get()) {
                schedule(pollDelay(at));
            }
        }
    }

    private void log(SyncReport report) {
        if (isEnding()) {
            log.debug("A check ended while the bot was shutting down. report={}", report.summaryLines());
        } else {
            reportLog.log(report);
        }
    }

    private void failed(Throwable failure) {
        if (isEnding() || failure instanceof CancellationException) {
            log.debug("A check was abandoned, because the bot is shutting down. reason={}", failure.toString());
        } else if (failure instanceof StateUnavailableException e) {
            log.warn("The daemon could not use Redis; the branding stays as it is. reason={}", e.reason());
            request.onRedisFailure(e);
        } else {
            log.error("A check failed unexpectedly, and is retried within minutes.", failure);
        }
    }

    /** Whether a failure may be caused by closing the daemon. */
    private boolean isEnding() {
        return isClosed || threads.executor().isShutdown();
    }

    /** Until the next check, a few seconds at most; and as many if the tick begun at {@code at} could not check although due. */
    private Duration pollDelay(Instant at) {
        return daemonState
                .next()
                .filter(at::isBefore)
                .map(next -> Duration.between(clock.instant(), next))
                .filter(delay -> delay.compareTo(MAX_POLL_DELAY) < 0)
                .map(delay -> delay.compareTo(MIN_POLL_DELAY) > 0 ? delay : MIN_POLL_DELAY)
                .orElse(MAX_POLL_DELAY);
    }
}
